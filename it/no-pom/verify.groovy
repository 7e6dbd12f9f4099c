assert new File(basedir, 'public/index.html').text == '<p data-pagetrack="views">1</p>\n'
assert new File(basedir, '.pagetrack/dynamodb').directory
assert new File(basedir, '.pagetrack/snapshot.json').text.contains('"2026-05" : {')
basedir.eachFileRecurse { assert !it.name.contains('${') }

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains("Table 'PageTrackTable' is there.")
assert log.contains('Skipped: <skip> (pagetrack.skip) is true.')
