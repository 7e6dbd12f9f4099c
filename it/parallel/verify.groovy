['one', 'two'].each { module ->
    (0..<300).each { page ->
        String together = new File(basedir, "$module/together/posts/$page/index.html").getText('UTF-8')
        assert together == new File(basedir, "$module/alone/posts/$page/index.html").getText('UTF-8')
        assert together.contains('<a href="' + (page == 299 ? './" aria-current="page' : '../299/') + "\">Page 299 of $module</a>")
    }
    assert new File(basedir, "$module/alone/posts/42/index.html").text.contains('<b data-pagetrack=views>1,042</b>')
}
String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('Rendered 300 pages') == 4
assert log.contains('Offline: the snapshot ')
assert !log.contains('not marked as thread-safe')
