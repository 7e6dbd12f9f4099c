String text(String name) { new File(basedir, "public/$name").getText('UTF-8') }

assert text('index.html') == '''<!DOCTYPE html>
<title>Home | Blog</title>
<ol data-pagetrack="most-viewed" data-limit="2" data-prefix="blog/"><li><a href="blog/a/">A &amp; more</a> <span class="pagetrack-views">3</span></li>
<li><a href="blog/b/">B</a> <span class="pagetrack-views">1</span></li>
</ol>
'''
assert text('blog/a/index.html') == '''<!DOCTYPE html>
<title>A &amp; more | Blog</title>
<p>Read <span data-pagetrack="views">3</span> times, <b data-pagetrack=views data-period=30d>2</b> lately.
'''
// Line ends are the file's own.
assert text('blog/b/index.html') == '<!DOCTYPE html>\r\n<title>B | Blog</title>\r\n' +
        '<p>Read <!-- pagetrack views -->1<!-- /pagetrack --> times.\r\n'
// A file in src/pagetrack/widgets is a widget.
assert text('about.html').contains('<p>A &amp; more: 2\n<p>B: 1\n</div>')

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Rendered 4 pages: busy 1, most-viewed 1, views 3; 4 files changed, 0 already up to date')
assert log.contains('Rendered 4 pages: busy 1, most-viewed 1, views 3; 0 files changed, 4 already up to date')
assert new File(basedir, 'public').listFiles()*.name.sort() == ['about.html', 'blog', 'index.html']
