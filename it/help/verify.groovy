// The documentation of every goal and parameter, as users read it. Update expected.txt when you change it.
def log = new File(basedir, 'build.log').getText('UTF-8').readLines()
        .collect { it.replaceFirst(/^\[INFO\] ?/, '').replaceFirst(/\s+$/, '') }
int from = log.findIndexOf { it.startsWith('This plugin has ') }
assert from >= 0
def actual = log.drop(from).takeWhile { !it.startsWith('-----') }
new File(basedir, 'actual.txt').setText(actual.join('\n') + '\n', 'UTF-8')
def expected = new File(basedir, 'expected.txt').getText('UTF-8').readLines()
assert actual.join('\n').trim() == expected.join('\n').trim()
