<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><link rel="stylesheet" href="${content.rootpath!}site.css">
<title>${content.title} | Notes</title></head>
<body>
<main>
<article>
<h1>${content.title}</h1>
<p><em>${content.date?string("yyyy-MM-dd")}</em></p>
${content.body}
</article>
</main>
</body>
</html>
