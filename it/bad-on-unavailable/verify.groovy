String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains("<onUnavailable> (pagetrack.onUnavailable) is 'ignore': write warn, fail or skip.")
assert new File(basedir, 'public/index.html').text == '<p data-pagetrack="views">12</p>\n'
