import dev.pagetrack.OutsideProgram

String first = new File(basedir, '_site/2026/03/01/first.html').getText('UTF-8')
assert first.contains('1 March 2026<!-- pagetrack page-views injected=append --><span class="pagetrack"> · Views: 2</span><!-- /pagetrack --></p>')
assert new File(basedir, '_site/2026/03/02/second.html').text.contains('Views: 1')
assert !new File(basedir, '_site/about.html').text.contains('Read ') // it has no date
String home = new File(basedir, '_site/index.html').getText('UTF-8')
assert home =~ /injected=append --><h2>Most read<\/h2>\s*<ol/
assert home.contains('<a href="2026/03/01/first.html">First</a>')

// The theme has no marker, and the pom is small.
new File(basedir, '_layouts').eachFile { assert !it.text.contains('pagetrack') }
assert new File(basedir, 'pom.xml').readLines().size() <= 17
assert new File(basedir, '_includes/pagetrack.html').text.contains('data-pagetrack="views"')

// The second run writes nothing, and finds the same.
String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('Generator: Jekyll') == 2
assert log.count('page-views on 2 of 4 pages') == 2
assert log.count('Wrote ') == 4
assert log.count('Kept, because it exists already: ') == 4

// Jekyll would publish the logs; with the line that init prints, it does not.
def advice = (log =~ /exclude: \[.*logs.*]/)
assert advice.find()
new File(basedir, '_config.yml') << advice.group() + '\n'
OutsideProgram.named('jekyll').run(basedir.toPath(), 'build', '--quiet', '--disable-disk-cache')
['pom.xml', 'src', 'target', 'logs'].each { assert !new File(basedir, "_site/$it").exists() }
assert new File(basedir, '_site/about.html').exists()
