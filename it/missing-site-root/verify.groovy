String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('No site was found in ' + basedir)
assert log.contains('MkDocs (mkdocs.yml)')
assert log.contains('Set <siteRoot> (pagetrack.siteRoot) to the folder that holds the generated HTML.')
