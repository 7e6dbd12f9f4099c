File site = new File(basedir, 'target/site')
String usage = new File(site, 'usage.html').getText('UTF-8')
assert usage =~ /Last Published: [0-9-]+<!-- pagetrack page-views injected=before --><span class="pagetrack"> · Views: 2<\/span><!-- \/pagetrack --><span class="divider">\|<\/span>/
assert new File(site, 'options.html').text.contains('Views: 1')
String home = new File(site, 'index.html').getText('UTF-8')
assert home =~ /injected=append --><h2>Most read<\/h2>\s*<ol/
assert home.contains('<a href="usage.html">Usage</a>')

// Pages, skin and pom have not changed.
new File(basedir, 'src/site').eachFileRecurse { assert it.directory || !it.text.contains('pagetrack') }
assert !new File(basedir, 'pom.xml').text.contains('pagetrack')

// Both times init printed the lines that pom-pasted.xml adds.
String log = new File(basedir, 'build.log').getText('UTF-8')
def plugins = { String text -> (text =~ /(?s)<plugin>[^<]*<groupId>dev\.pagetrack.*?<\/plugin>/).collect { it.replaceAll(/\[INFO]|\s+/, '') } }
def said = plugins(log)
assert said.size() == 2
assert said.unique() == plugins(new File(basedir, 'pom-pasted.xml').text)
assert log.contains('Add this to its <plugins>:')
assert log.contains('It has the plugin already. A new pom would contain:')

// The second run writes nothing, and finds the same.
assert log.count('Generator: maven-site') == 2
assert log.count('page-views on 2 of 3 pages') == 2
assert log.count('Wrote ') == 2
assert log.count('Next: mvn post-site') == 2
