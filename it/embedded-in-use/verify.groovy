context.get('channel').close()
String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('dynamodb') && log.contains('another build')
assert new File(basedir, '.pagetrack/dynamodb').list() as List == ['pagetrack.lock']
