// Counts the sample logs independently of pagetrack, and compares the counts with the numbers on the site.
import java.text.NumberFormat
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import java.util.zip.GZIPInputStream

File site = new File(basedir, 'target/site-example')
File logs = new File(basedir, 'src/logs')
File content = new File(basedir, 'src/jbake/content')
LocalDate today = LocalDate.parse('2026-10-01')

// ---- Expected: page -> days of its views --------------------------------------------------------------------------

Map<String, List<LocalDate>> views = new TreeMap<>().withDefault { [] }
Set<String> seen = new HashSet<>()
int lines = 0, again = 0, unreadable = 0, nowhere = 0

def decode = { String text -> URLDecoder.decode(text.replace('+', '%2B'), 'UTF-8') }
// The path after this many rounds of decoding, or null if it is invalid: a lone percent sign, or bytes that are not UTF-8.
def decodePath = { String text, int rounds ->
    (1..rounds).inject(text) { path, round ->
        path == null || path =~ /%(?![0-9A-Fa-f]{2})/ || decode(path).contains('\uFFFD') ? null : decode(path)
    }
}
def robot = { String agent -> agent == '-' || agent == '' || agent =~ /(?i)googlebot|bingbot|ahrefsbot|gptbot|curl/ }
def looksLikePage = { String path ->
    String name = path.substring(path.lastIndexOf('/') + 1)
    name == '' || !name.contains('.') || name.endsWith('.html') || name.endsWith('.htm')
}
def pageOf = { String path ->
    String page = path.replaceFirst('^/', '').replaceFirst('(^|/)index\\.html$', '$1')
    page == '' ? '/' : page
}
def view = { String id, String path, LocalDate day ->
    if (seen.add(id)) {
        views[pageOf(path)] << day
    } else {
        again++
    }
}

def s3Time = DateTimeFormatter.ofPattern('dd/MMM/yyyy:HH:mm:ss Z', Locale.ENGLISH)
def countS3 = { String line ->
    String[] quoted = line.split('"', -1)
    if (quoted.length != 7) {   // three quoted fields; more quotation marks can be read in more than one way
        unreadable++
        return
    }
    String[] head = quoted[0].trim().split(' ')
    String status = quoted[2].trim().split(' ')[0]
    String agent = quoted[5]
    boolean found = head[7].endsWith('.GET.OBJECT') && status in ['200', '304']
    String path = decodePath(head[8], 2)
    if (found && path == null) {
        nowhere++
    } else if (found && looksLikePage(path)
            && head[5] == '-' && !robot(agent)) {   // head[5] is who signed the request
        def time = OffsetDateTime.parse((head[2] + ' ' + head[3]).replaceAll('[\\[\\]]', ''), s3Time)
        view('s3 ' + head[6], path, time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate())
    }
}

def countCloudFront = { Map<String, String> field ->
    String type = field['sc-content-type'] ?: '-'
    boolean found = field['cs-method'] == 'GET' && field['sc-status'] in ['200', '304']
            && !(field['x-edge-result-type'] in ['Error', 'Redirect', 'LimitExceeded', 'CapacityExceeded'])
    String path = decodePath(field['cs-uri-stem'], 2)
    if (found && path == null) {
        nowhere++
    } else if (found && looksLikePage(path) && (type == '-' || type.startsWith('text/html'))
            && !robot(decode(decode(field['cs(User-Agent)'])))) {
        view('cloudfront ' + field['x-edge-request-id'], path, LocalDate.parse(field['date']))
    }
}

logs.eachFileRecurse { File file ->
    if (!file.file) {
        return
    }
    boolean zipped = file.name.endsWith('.gz')
    def input = zipped ? new GZIPInputStream(file.newInputStream()) : file.newInputStream()
    List<String> names = null
    input.withReader('UTF-8') { reader ->
        reader.eachLine { String line ->
            if (line.startsWith('#Fields: ')) {
                names = line.substring(9).split(' ') as List
            } else if (line.startsWith('#')) {
                return
            } else if (names != null) {
                lines++
                countCloudFront([names, line.split('\t') as List].transpose().collectEntries { it })
            } else {
                lines++
                countS3(line)
            }
        }
    }
}

// "30d" are 30 days of UTC, the last of which is the day of "now".
def inPeriod = { LocalDate day, String period ->
    period == 'all' || (!day.isBefore(today.minusDays(29)) && !day.isAfter(today))
}
def count = { String page, String period -> views.containsKey(page) ? views[page].count { inPeriod(it, period) } : 0 }
def written = { Number number -> NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number) }

// ---- Found on the site ----------------------------------------------------------------------------------------------

List<String> wrong = []
def same = { String what, expected, actual ->
    if (expected != actual) {
        wrong << "$what\n    expected $expected\n    found    $actual".toString()
    }
}
def text = { String html ->
    html.replace('&lt;', '<').replace('&gt;', '>').replace('&quot;', '"').replace('&#39;', "'").replace('&#x27;', "'")
            .replace('&amp;', '&').replaceAll('\\s+', ' ').trim()
}

Map<String, String> titles = [:]
new File(content, 'blog/articles').eachDir { File folder ->
    String header = new File(folder, 'index.md').getText('UTF-8')
    titles["blog/articles/${folder.name}/".toString()] = (header =~ /(?m)^title=(.*)$/)[0][1].trim()
}
if (titles.size() < 9 || views.isEmpty()) {
    throw new IllegalStateException("The sample is incomplete: ${titles.size()} articles, ${views.size()} pages with views")
}

// The list that a page should have: link target -> [title, number], in order.
def expectedList = { int limit, String period ->
    titles.keySet().findAll { count(it, period) > 0 }
            .sort { a, b -> count(b, period) <=> count(a, period) ?: a <=> b }
            .take(limit).collect { [it, titles[it], written(count(it, period))] }
}
def listIn = { String html, String ownPath, Map<String, String> parameters ->
    def lists = (html =~ /(?s)<ol\b([^>]*\bdata-pagetrack="most-viewed"[^>]*)>(.*?)<\/ol>/).findAll { match ->
        ['data-limit', 'data-period'].every { name ->
            def value = match[1] =~ /$name="([^"]*)"/
            (value ? value[0][1] : null) == parameters[name]
        }
    }
    if (lists.size() != 1) {
        return "${lists.size()} lists with $parameters in $ownPath".toString()
    }
    (lists[0][2] =~ /(?s)<li>\s*<a href="([^"]*)"( aria-current="page")?>(.*?)<\/a>\s*<span class="pagetrack-views">(.*?)<\/span>\s*<\/li>/).collect { match ->
        URI base = new URI('https', 'blog.example.com', '/' + ownPath, null)
        URI target = base.resolve(text(match[1]))
        assert (match[2] != null) == (pageOf(target.path) == ownPath)
        [pageOf(target.path), text(match[3]), text(match[4])]
    }
}
def counters = { String html -> (html =~ /<span data-pagetrack="views"([^>]*)>([^<]*)<\/span>/).collect { [it[1].trim(), it[2].trim()] } }

titles.each { page, title ->
    String html = new File(site, page + 'index.html').getText('UTF-8')
    same("The counter of $page", [['', written(count(page, 'all'))]], counters(html))
    same("The address of $page", true, page ==~ /[ -~]+/)
    same("\"Most viewed lately\" of $page", expectedList(3, '30d'), listIn(html, page, ['data-limit': '3', 'data-period': '30d']))
}

String home = new File(site, 'index.html').getText('UTF-8')
same('"Most viewed" of the home page', expectedList(5, 'all'), listIn(home, '', ['data-limit': '5', 'data-period': null]))
same('"Most viewed lately" of the home page', expectedList(5, '30d'), listIn(home, '', ['data-limit': '5', 'data-period': '30d']))
same('The counters of the home page',
        (titles.keySet().collect { ["data-page=\"$it\"".toString(), written(count(it, 'all'))] }
                + [['', written(count('/', 'all'))], ['data-period="30d"', written(count('/', '30d'))]]).sort(),
        counters(home).sort())

String about = new File(site, 'about.html').getText('UTF-8')
same('The counter of about.html', [['', written(count('about.html', 'all'))]], counters(about))

// Sample markers in code blocks are text, and do not change.
String markers = new File(site, 'blog/articles/2026-04-14-one-attribute-is-a-counter/index.html').getText('UTF-8')
same('The sample marker in a code block', true,
        markers.contains('&lt;p&gt;Read &lt;span data-pagetrack=&quot;views&quot;&gt;\u2013&lt;/span&gt; times.&lt;/p&gt;'))
site.eachFileRecurse { File file ->
    if (file.name.endsWith('.html') && file.getText('UTF-8').contains('Not counted yet.')) {
        wrong << "$file.name still holds the text for sites that were not counted".toString()
    }
}

// An article was renamed: the views of its old name count, but no page of the site shows or links it.
String renamed = 'blog/articles/2026-07-21-the-cafe-problem/'
String before = 'blog/articles/2026-07-21-the-caf\u00E9-problem/'
same('Viewed pages that the site does not have', [before], views.keySet().findAll {
    !new File(site, it == '/' ? 'index.html' : it.endsWith('/') ? it + 'index.html' : it).file
} as List)
site.eachFileRecurse { File file ->
    if (file.name.endsWith('.html') && file.getText('UTF-8') =~ /(href|data-page)="[^"]*caf(\u00E9|%C3%A9)/) {
        wrong << "$file links to $before".toString()
    }
}

// Numbers in the text of articles.
int viewed = views.values().sum { it.size() }
def article = { String folder -> text(new File(site, "blog/articles/$folder/index.html").getText('UTF-8')) }
String report = article('2026-07-07-feeding-it-logs').replaceAll('</?(strong|a)\\b[^>]*>', '')
same('The report in the article about logs', [], [
        (lines): 'read, in 18 files', (nowhere): 'have a path that names no page',
        (unreadable): 'can be read in more than one way', (viewed + again): 'are views',
        (again): 'of these were delivered a second time', (viewed): 'are counted',
].findAll { number, what -> !(report =~ /> ?${written(number)} ?<\/td> ?<td> ?$what ?</) }
        .collect { number, what -> "$number $what".toString() })
same('The totals in the article about names', true, article('2026-07-21-the-cafe-problem')
        .contains(/{ "$renamed": ${count(renamed, 'all')}, "$before": ${count(before, 'all')} }/.toString()))
if (titles.keySet().every { count(it, 'all') < 1000 }) {
    wrong << 'No article has 1,000 views: no thousands separator is shown'
}

println "$lines log lines: $viewed views of ${views.size()} pages; $again delivered again, $unreadable unreadable, $nowhere with a path of nothing"
expectedList(titles.size(), 'all').each { println "${it[2].padLeft(5)}  ${count(it[0], '30d').toString().padLeft(4)}  ${it[0]}" }
println "${written(count('/', 'all')).padLeft(5)}  ${count('/', '30d').toString().padLeft(4)}  /"
println "${written(count('about.html', 'all')).padLeft(5)}  ${count('about.html', '30d').toString().padLeft(4)}  about.html"

// A second ingestion changes no number, and a second rendering no byte.
String log = new File(basedir, 'build.log').getText('UTF-8')
same('The first ingestion', true, log.contains('Ingested 18 log objects (0 more were done before): ' + written(lines) + ' lines, '
        + written(viewed + again) + ' counted (' + written(viewed) + ' new, ' + written(again) + ' counted before), '
        + written(lines - viewed - again) + ' rejected'))
same('The second ingestion', true, log.contains('Ingested 0 log objects (18 more were done before): 0 lines'))
same('The second rendering', true, log.contains('; 0 files changed, 14 already up to date'))

// Outside of markers, every byte is as JBake wrote it.
File plain = new File(basedir, 'target/plain')
int pages = 0
plain.eachFileRecurse { File file ->
    if (!file.name.endsWith('.html')) {
        return
    }
    pages++
    String made = file.getText('ISO-8859-1')
    List<String> pieces = []
    int at = 0
    def marker = made =~ /(?s)<(\w+)\b[^>]*\sdata-pagetrack="[^"]*"[^>]*>(.*?)<\/\1>/
    while (marker.find()) {
        pieces << made.substring(at, marker.start(2))
        at = marker.end(2)
    }
    pieces << made.substring(at)
    String filled = new File(site, plain.toPath().relativize(file.toPath()).toString()).getText('ISO-8859-1')
    int from = 0
    boolean kept = filled.startsWith(pieces.first()) && filled.endsWith(pieces.last()) && pieces.every { String piece ->
        int found = filled.indexOf(piece, from)
        from = found + piece.length()
        found >= 0
    }
    same("The bytes of $file.name outside of its ${pieces.size() - 1} markers", true, kept)
}
same('The pages that JBake made', true, pages > 10)

if (wrong) {
    throw new IllegalStateException('The site does not show what the logs say:\n  ' + wrong.join('\n  '))
}
true
