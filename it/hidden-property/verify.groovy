String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('-Dpagetrack.siteRoot=elsewhere has no effect: the pom sets <siteRoot> to public')
