<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><link rel="stylesheet" href="${content.rootpath!}site.css">
<title>Notes</title></head>
<body>
<main>
<h1>Notes</h1>
<ul>
<#list published_posts as post><li><a href="${post.uri}">${post.title}</a></li>
</#list></ul>
</main>
</body>
</html>
