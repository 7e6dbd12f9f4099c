String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains(new File(basedir, 'logs/notes.txt').path + ' is not a log that pagetrack reads')
assert log.contains('it begins with "Dear diary,". Leave it out of <logs>.')
