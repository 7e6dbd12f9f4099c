['one', 'two'].each { module ->
    ['together', 'alone'].each { run ->
        (0..<300).each { page ->
            def file = new File(basedir, "$module/$run/posts/$page/index.html")
            file.parentFile.mkdirs()
            file.setText("""<meta charset=utf-8><h1>Page $page of $module</h1><b data-pagetrack=views></b>
<ol data-pagetrack=most-viewed data-limit=9></ol><i data-pagetrack=rank></i>
""", 'UTF-8')
        }
    }
}
return true
