String log = new File(basedir, 'build.log').getText('UTF-8')
File snapshot = new File(basedir, '.pagetrack/snapshot.json')
def after = { String text, int from ->
    int at = log.indexOf(text, from)
    assert at >= 0: "'$text' does not follow character $from of build.log"
    at + text.length()
}

// Without a snapshot the markers keep their content.
int at = after("[WARNING] DynamoDB cannot be reached for table 'PageTrackTable'", 0)
at = after("There is no snapshot $snapshot", at)
at = after('The markers keep their content.', at)
assert !log.substring(0, at).contains('Rendered')
// A snapshot of the embedded table.
at = after("$snapshot holds the figures of ", at)
at = after(': 1 page, 12 months.', at)
// With a snapshot, its figures are used, and their age is reported.
at = after("[WARNING] DynamoDB cannot be reached for table 'PageTrackTable'", at)
at = after("So the snapshot $snapshot is used: its figures are from 20", at)
at = after('Rendered 1 page: views 1; 1 file changed', at)
// Offline, the snapshot is the only source, whatever onUnavailable says.
at = after("[INFO] Offline: the snapshot $snapshot is used: its figures are from 20", at)
at = after('Rendered 1 page: views 1; 0 files changed', at)
// A fetch with onUnavailable=skip does not change the snapshot.
after("[INFO] Nothing was fetched. DynamoDB cannot be reached for table 'PageTrackTable'", at)

def json = new groovy.json.JsonSlurper().parse(snapshot)
assert json.version == 1 && json.totals.keySet() == ['/'] as Set && json.totals['/'].views == 1
assert json.months.size() == 12
assert new File(basedir, 'public/index.html').text == '<p data-pagetrack="views">1</p>\n'
assert new File(basedir, '.pagetrack').list().findAll { !it.startsWith('rendered-') }.sort() == ['dynamodb', 'snapshot.json']
