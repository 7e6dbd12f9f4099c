String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Ingested 3 log objects (0 more were done before): 13 lines, 5 counted (4 new, 1 counted before), 8 rejected, in ')
assert log.contains('Rejected: malformed 1, ambiguous-quotes 1, operation 1, host 1, own-address 1, excluded 1, origin-fetch 1, bot 1.')
assert log.contains('Ingested 0 log objects (3 more were done before): 0 lines, 0 counted (0 new, 0 counted before), 0 rejected, in ')
