import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Dry run, nothing is written: 3 log objects, 12 lines, 5 counted, 7 rejected.')
assert log.contains('Rejected: 1 malformed (not a line of this format), first in line 3 of ' + new File(basedir, 'logs/cloudfront.json'))
assert log.contains('Rejected: 1 host (another host), first in line 2 of ' + new File(basedir, 'logs/alb.log'))
assert log.contains('Counted: 4 blog/a/')
assert log.contains('Counted: 1 /')

def report = new JsonSlurper().parse(new File(basedir, 'target/pagetrack-dry-run.json'))
assert report.lines == 12 && report.counted == 5
assert report.pages == ['blog/a/': 4, '/': 1]
assert report.rejected.keySet() == ['malformed', 'status', 'host', 'own-address', 'not-a-page', 'excluded', 'bot'] as Set
assert report.rejected.'own-address'.line == 4

assert log.contains('Policy B counts 7 lines, policy A 5: 0 are counted by A only, 2 by B only')
assert log.contains('Counted by B only: 1, by A excluded (an excluded page), first in line 3 of ' + new File(basedir, 'logs/access.log'))
assert log.contains('Counted differently: 0 by A, 1 by B drafts/x/')
assert report.suspected == [:]
assert report.policyB.counted == 7
assert report.policyB.changes.collect { [it.a, it.b, it.lines, it.line] } == [['own-address', 'counted', 1, 4], ['excluded', 'counted', 1, 3]]
assert report.policyB.pages == ['blog/b/': [a: 0, b: 1], 'drafts/x/': [a: 0, b: 1]]

// No table was opened, and the embedded one was not resolved.
assert !new File(basedir, '.pagetrack').exists()
assert !log.contains('DynamoDBLocal')

// A dry run only parses logs: no AWS class is loaded.
def loaded = new File(basedir, 'classes.log').readLines('UTF-8')
assert loaded.any { it.contains('dev.pagetrack.ingest.DryRun ') }
assert loaded.every { !it.contains('software.amazon.') }
