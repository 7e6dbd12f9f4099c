String page = new File(basedir, 'public/posts/first/index.html').text
assert page.contains('3 March') == false && page.contains('</time><!-- pagetrack read-times injected=after -->')
assert page =~ /<p class="pagetrack">Read 2 times<\/p>/
assert new File(basedir, 'public/posts/second/index.html').text.contains('Read 1 times')
assert new File(basedir, 'public/index.html').text =~ /injected=append -->\s*<ol>?/

// The theme holds no marker, and the pom is small.
new File(basedir, 'themes').eachFileRecurse { assert it.directory || !it.text.contains('pagetrack') }
def pom = new File(basedir, 'pom.xml')
assert pom.readLines().size() <= 30
assert new File(basedir, 'layouts/partials/pagetrack.html').text.contains('data-pagetrack="views"')

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('The generator: Hugo')
assert log.contains('read-times on 2 of ')
assert log.contains('posts/first/index.html:')
assert log.contains("Left alone, for it is there: $pom")
