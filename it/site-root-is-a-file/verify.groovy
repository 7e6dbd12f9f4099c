String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('<siteRoot> (pagetrack.siteRoot) is ' + new File(basedir, 'index.html') + ', which is a file:')
assert new File(basedir, 'index.html').text == '<p data-pagetrack="views"></p>\n'
