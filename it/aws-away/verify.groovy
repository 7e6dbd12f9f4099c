String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains("DynamoDB cannot be reached for table 'PageTrackTable'")
// Never zeros in place of unknown.
assert new File(basedir, 'public/index.html').text == '<p data-pagetrack="views">12</p>\n'
// A build that is not embedded resolves nothing of DynamoDB Local.
assert !log.contains('pagetrack-local') && !log.contains('DynamoDBLocal')
