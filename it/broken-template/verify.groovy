String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('views.mustache')
assert new File(basedir, 'public/index.html').text.contains('Not counted yet.')
