String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Ingested 3 log objects (0 more were done before): 13 lines, 5 counted (4 new, 1 counted before), 8 rejected, in ')
['malformed', 'ambiguous-quotes', 'operation', 'host', 'own-address', 'excluded', 'origin-fetch', 'bot'].each {
    assert log.contains('Rejected: 1 ' + it + ' (')
}
assert log.contains('Ingested 0 log objects (3 more were done before): 0 lines, 0 counted (0 new, 0 counted before), 0 rejected, in ')

// Local logs need no S3.
def loaded = new File(basedir, 'classes.log').readLines('UTF-8')
assert loaded.any { it.contains('software.amazon.awssdk.services.dynamodb.') }
assert loaded.every { !it.contains('software.amazon.awssdk.services.s3.') }
