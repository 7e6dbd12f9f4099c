String usage = new File(basedir, 'site/usage/index.html').getText('UTF-8')
assert usage =~ /Usage<\/h1><!-- pagetrack page-views injected=after --><p class="pagetrack">Views: 2<\/p><!--/
assert new File(basedir, 'site/options/index.html').text.contains('Views: 1')
assert !new File(basedir, 'site/404.html').text.contains('pagetrack')
String home = new File(basedir, 'site/index.html').getText('UTF-8')
assert home =~ /injected=append --><h2>Most read<\/h2>\s*<ol/
assert home.contains('<a href="usage/">Usage</a>')

// The configuration of MkDocs has not changed, and the pom is small.
assert new File(basedir, 'mkdocs.yml').text == 'site_name: Tool\n'
assert new File(basedir, 'pom.xml').readLines().size() <= 17
assert new File(basedir, 'overrides/partials/pagetrack.html').text.contains('data-pagetrack="views"')

// The second run writes nothing, and finds the same.
String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('Generator: MkDocs') == 2
assert log.count('page-views on 2 of 4 pages') == 2
assert log.count('Wrote ') == 4
assert log.count('Kept, because it exists already: ') == 4
