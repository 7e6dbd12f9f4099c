String page = new File(basedir, 'public/posts/first/index.html').getText('UTF-8')
assert page.contains('1 March 2026</time><!-- pagetrack page-views injected=after --><span class="pagetrack"> · Views: 2</span><!--')
assert new File(basedir, 'public/posts/second/index.html').text.contains('Views: 1')
assert new File(basedir, 'public/index.html').text =~ /injected=append --><h2>Most read<\/h2>\s*<ol/
assert !new File(basedir, 'public/index.html').text.contains('aria-current') // the list leaves the home page out

// The theme has no marker, and the pom is small.
new File(basedir, 'themes').eachFileRecurse { assert it.directory || !it.text.contains('pagetrack') }
def pom = new File(basedir, 'pom.xml')
assert pom.readLines().size() <= 17
assert new File(basedir, 'layouts/partials/pagetrack.html').text.contains('data-pagetrack="views"')

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Generator: Hugo')
assert log.contains('page-views on 2 of ')
assert log.contains('posts/first/index.html:')
assert log.contains("Kept, because it exists already: $pom")
