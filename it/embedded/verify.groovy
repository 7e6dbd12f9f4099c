// The table was kept between the two calls.
assert new File(basedir, 'public/index.html').text == '<p data-pagetrack="views">1</p>\n'
assert new File(basedir, '.pagetrack').list().findAll { !it.startsWith('rendered-') }.sort() == ['dynamodb', 'snapshot.json']
// It has no files elsewhere: DynamoDB Local writes a metadata file into the working directory if its telemetry is on.
assert !new File(basedir, 'dynamodb-local-metadata.json').exists()

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('The embedded table is used: <region>, <profile> and <serverId> have no effect on it.')
// Its libraries write nothing to the log.
assert !(log =~ /(?i)jetty|log4j|sqlite|slf4j/)
