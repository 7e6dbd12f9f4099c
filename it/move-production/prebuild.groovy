import java.security.MessageDigest
import java.util.zip.GZIPOutputStream

// Writes the items of the author's functions as a backup, because an import accepts any items. January has only counters.
def item = { String partition, String sort, String more = '' -> "{\"SortKey\":{\"S\":\"$sort\"},\"UserPages\":{\"S\":\"$partition\"}$more}" }
def counters = { Map counts -> counts.collect { ",\"$it.key\":{\"N\":\"$it.value\"}" }.join('') }
long cutover = 1777852800
List<String> items = [item('Richard#INDEX', 'Richard#Blog/A/'), item('Richard#Blog/A/', (cutover - 90000) as String),
        item('Richard#Blog/A/', (cutover - 1) as String), item('Richard#Blog/A/', cutover as String),
        item('Richard#Blog/A/', ":SHARE#$cutover", ',"Service":{"S":"x"}'),
        item('Richard', 'PAGES#202601', counters('blog/a/': 5, 'blog/gone/': 7)),
        item('Richard#blog/a/', 'VISITS#202601', counters(D03: 5)), item('Richard#blog/gone/', 'VISITS#202601', counters(D31: 7)),
        item('Richard', 'PAGES#202605', counters('blog/a/': 9)), item('Richard#blog/a/', 'VISITS#202605', counters(D03: 9))]
String lines = (['{"pagetrack":{"export":1}}'] + items).join('\n') + '\n'
String sum = MessageDigest.getInstance('SHA-256').digest(lines.getBytes('UTF-8')).encodeHex()
String end = "{\"end\":{\"items\":\"${items.size()}\",\"sha256\":\"$sum\"}}\n"
new GZIPOutputStream(new FileOutputStream(new File(basedir, 'production.jsonl.gz'))).withStream { it.write((lines + end).getBytes('UTF-8')) }
true
