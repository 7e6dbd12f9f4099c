String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('odd.html:2:3') && log.contains('data-limit') && log.contains('many') && log.contains('1000')
assert new File(basedir, 'public/index.html').text.contains('Not counted yet.')
