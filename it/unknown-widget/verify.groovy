String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('odd.html:1:9') && log.contains('veiws') && log.contains('most-viewed, rank, referrers')
// Nothing was written, not even to the pages without an error.
assert new File(basedir, 'public/index.html').text.contains('Not counted yet.')
