assert new File(basedir, 'public/index.html').text == '<p data-pagetrack="views">1</p>\n'
assert new File(basedir, '.pagetrack/dynamodb').directory
assert new File(basedir, '.pagetrack/snapshot.json').text.contains('"2026-05" : {')
basedir.eachFileRecurse { assert !it.name.contains('${') }

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains("Table 'PageTrackTable' exists already.")
assert log.count('Skipped: <skip> (pagetrack.skip) is true.') == 5
assert log.contains('No problem found.')
assert log.contains('Stamped 0 of 1 raw view of 1 page: raw views are kept for ever.')
assert new File(basedir, '.pagetrack/backup.jsonl.gz').file
assert log.contains('Imported 6 items of 1 page ')
assert new File(basedir, 'pom.xml').file
