File site = new File(basedir, 'target/notes-1')
String first = new File(site, 'posts/first.html').getText('UTF-8')
assert first.contains('<h1>First</h1><!-- pagetrack page-views injected=after --><p class="pagetrack">Views: 2</p><!-- /pagetrack -->\n')
assert new File(site, 'posts/second.html').text.contains('Views: 1')
String home = new File(site, 'index.html').getText('UTF-8')
assert home =~ /injected=append --><h2>Most read<\/h2>\s*<ol/
assert home =~ /<a href="posts\/first.html">First<\/a>.*\b2\b/

// The theme has no marker, except in the snippet; the pom has not changed.
File templates = new File(basedir, 'src/main/jbake/templates')
assert templates.list().sort() == ['index.ftl', 'pagetrack.ftl', 'post.ftl']
assert new File(templates, 'pagetrack.ftl').text.contains('data-pagetrack="views"')
assert !new File(templates, 'post.ftl').text.contains('pagetrack')
assert !new File(basedir, 'pom.xml').text.contains('pagetrack')

// Both times init printed the lines that pom-pasted.xml adds.
String log = new File(basedir, 'build.log').getText('UTF-8')
def plugins = { String text -> (text =~ /(?s)<plugin>[^<]*<groupId>dev\.pagetrack.*?<\/plugin>/).collect { it.replaceAll(/\[INFO]|\s+/, '') } }
def said = plugins(log)
assert said.size() == 2
assert said.unique() == plugins(new File(basedir, 'pom-pasted.xml').text)
assert log.contains("Add this to its <plugins>, after JBake's:")
assert log.contains('It has the plugin already. A new pom would contain:')

// The second run writes nothing, and finds the same.
assert log.count('Generator: JBake') == 2
assert log.count('page-views on 2 of 3 pages') == 2
assert log.count('Wrote ') == 3
assert log.count('Next: mvn package') == 2
