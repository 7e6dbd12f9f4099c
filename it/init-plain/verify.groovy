String first = new File(basedir, 'notes/first.html').getText('UTF-8')
assert first.contains('<h1>First</h1><!-- pagetrack page-views injected=after --><p class="pagetrack">Views: 2</p><!-- /pagetrack -->\n')
assert new File(basedir, 'notes/second.html').text.contains('Views: 1')
String home = new File(basedir, 'index.html').getText('UTF-8')
assert home =~ /injected=append --><h2>Most read<\/h2>\s*<ol/
assert home =~ /<a href="notes\/first.html">First<\/a>.*\b2\b/

// Outside the injected comments, the pages have not changed.
File source = new File(basedir, '../../it-src/init-plain')
['index.html', 'notes/first.html', 'notes/second.html', 'site.css'].each { name ->
    String page = new File(basedir, name).getText('UTF-8')
    assert page.replaceAll(/(?s)<!-- pagetrack .*?<!-- \/pagetrack -->/, '') == new File(source, name).getText('UTF-8')
}
assert new File(basedir, 'pom.xml').readLines().size() <= 17

// The second run writes nothing, and finds the same.
String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('Generator: none recognised, so the site is treated as plain HTML') == 2
assert log.count('page-views on 2 of 3 pages') == 2
assert log.count('Wrote ') == 3
assert log.count('Kept, because it exists already: ') == 3
assert log.contains('Do not upload these: .pagetrack, pom.xml, target, src/pagetrack/widgets, logs')
