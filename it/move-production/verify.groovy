def views = { String page -> new File(basedir, page + '/index.html').text }

// Before the move: three raw views and five from counters; and a page that only counters know, in lower case.
assert views('public/Blog/A') == '<p data-pagetrack="views">8</p>\n'
assert views('public/Blog/Gone') == '<p data-pagetrack="views">7</p>\n'

// After the move: the view of the cut-over's second was not moved, but the log has two.
assert views('moved/Blog/A') == '<p data-pagetrack="views">9</p>\n'
assert views('moved/Blog/Gone') == '<p data-pagetrack="views">7</p>\n'

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Layout: production')
assert log.contains('Months: 2026-01 to 2026-05; without a view: 2026-02, 2026-03, 2026-04.')
assert log.contains('Dry run of moving, nothing is written: 2 views of 2 pages from before the cut-over, 2 of them would be new;'
        + ' 12 more are known only from counters, and marked as carried over; 1 later view is counted from the logs instead.')
assert log.contains('  Blog/A/ 2026-01: 0 → 5')
assert log.contains('  blog/gone/ 2026-01: 0 → 7')
assert log.contains('Checked again: all figures are right.')
assert log.contains('3 lines, 2 counted (2 new, 0 counted before), 1 rejected')
assert log.contains('No problem found.')
