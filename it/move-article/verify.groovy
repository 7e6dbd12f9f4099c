def views = { String page -> new File(basedir, page + '/index.html').text }

// Before the move: the pages in INDEX, including the view of the cut-over's second.
assert views('public/blog/a') == '<p data-pagetrack="views">3</p>\n'
assert views('public/blog/old') == '<p data-pagetrack="views">0</p>\n'

// Moved: two views from the old table, two of the cut-over's second from the log, and the page that INDEX does not list.
assert views('moved/blog/a') == '<p data-pagetrack="views">4</p>\n'
assert views('moved/blog/old') == '<p data-pagetrack="views">1</p>\n'

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Imported 5 items of 1 page ')
assert log.contains('Layout: article')
assert log.contains('Dry run of moving, nothing is written: 3 views of 2 pages from before the cut-over, 3 of them would be new')
assert log.contains('Moved: 3 views of 2 pages from before the cut-over, 3 of them new')
assert log.contains('1 later view is counted from the logs instead.')
assert log.contains('  blog/a/ 2026-05: 0 → 2')
assert log.contains('  blog/old/ 2026-03: 0 → 1')
assert log.contains('3 lines, 2 counted (2 new, 0 counted before), 1 rejected')
assert log.contains('Rejected: 1 before-cutover (')
assert log.contains('Moved: 3 views of 2 pages from before the cut-over, 0 of them new')
assert log.contains('Cut-over: views come from logs since 2026-05-04.')
assert log.contains('No problem found.')
assert log.contains("table 'PageTrackTable' has the article layout of the blog series, which pagetrack reads but does not write")
