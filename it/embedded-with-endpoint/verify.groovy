String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('<embedded> (pagetrack.embedded) is true and <endpoint> (pagetrack.endpoint) is http://localhost:8000')
assert log.contains('Leave one of them out.')
assert !new File(basedir, '.pagetrack').exists()
