String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains("DynamoDB cannot be reached for table 'PageTrackTable'")
// Unknown is never shown as zero.
assert new File(basedir, 'public/index.html').text == '<p data-pagetrack="views">12</p>\n'
// A build without <embedded> does not resolve DynamoDB Local.
assert !log.contains('pagetrack-local') && !log.contains('DynamoDBLocal')
