import java.security.MessageDigest
import java.util.zip.GZIPOutputStream

// Writes the items of the series' function as a backup, because an import accepts any items. The old page was viewed before
// part 3, so INDEX does not list it. Both functions counted the second of the cut-over.
String agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:122.0) Gecko/20100101 Firefox/122.0'
def item = { String partition, String sort, String more = '' -> "{\"SortKey\":{\"S\":\"$sort\"},\"UserPages\":{\"S\":\"$partition\"}$more}" }
def view = { String page, long second -> item(page, second as String, ",\"AgentString\":{\"S\":\"$agent\"}") }
long cutover = 1777852800
List<String> items = [item('INDEX', 'blog/a/'), view('blog/a/', cutover - 90000), view('blog/a/', cutover - 1),
        view('blog/a/', cutover), view('blog/old/', cutover - 40 * 86400)]
String lines = (['{"pagetrack":{"export":1}}'] + items).join('\n') + '\n'
String sum = MessageDigest.getInstance('SHA-256').digest(lines.getBytes('UTF-8')).encodeHex()
String end = "{\"end\":{\"items\":\"${items.size()}\",\"sha256\":\"$sum\"}}\n"
new GZIPOutputStream(new FileOutputStream(new File(basedir, 'article.jsonl.gz'))).withStream { it.write((lines + end).getBytes('UTF-8')) }
true
