def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Rendered 2 pages: views 1; 1 file changed, 0 already up to date')
assert log.contains('Rendered 2 pages: views 1; 0 files changed, 1 already up to date')
// The selector of the third call matches no element: the injected content is removed.
assert log.contains('<inject> 1 (h2, after) has no effect: its selector matches no element of the 1 page that it applies to.')
assert new File(basedir, 'public/blog/a/index.html').text == '<!DOCTYPE html>\n<title>A</title>\n<h1>A</h1>\n<p>Text.\n'
assert new File(basedir, 'public/index.html').text == '<!DOCTYPE html>\n<title>Home</title>\n<h1>Home</h1>\n'
// The fourth call fails.
assert log.contains("<inject> 1: <selector> is 'h1[': it is not a CSS selector")
