<#ftl output_format="HTML">
<#--
  The frame of every page.

  title, description   what search engines and shared links show; pagetrack takes its titles from og:title
  path                 where the page lies below the site's address: "blog/articles/…/", "about.html", "" for the home page
  root                 from the page back to the home page: "../../../", "" for the home page
  kind                 "article" or "website"
-->
<#macro page title description path root="" kind="website" index=true>
<#setting locale="en_US">
<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}<#if path != ""> – ${site}</#if></title>
  <meta name="description" content="${description}">
  <#if index>
  <link rel="canonical" href="${url(path)}">
  <meta property="og:url" content="${url(path)}">
  <#else>
  <meta name="robots" content="noindex">
  </#if>
  <meta property="og:type" content="${kind}">
  <meta property="og:site_name" content="${site}">
  <meta property="og:title" content="${title}">
  <meta property="og:description" content="${description}">
  <meta property="og:image" content="${config.site_host}/img/tally.png">
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf8f2">
  <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#161412">
  <link rel="icon" type="image/svg+xml" href="${root}img/tally.svg">
  <link rel="alternate" type="application/atom+xml" title="${site}" href="${root}feed.xml">
  <link rel="stylesheet" href="${root}css/site.css">
</head>
<body>
  <a class="skip" href="#main">Skip to the text</a>
  <header class="masthead">
    <a class="brand" href="${root}index.html"<#if path == ""> aria-current="page"</#if>>
      <svg viewBox="0 0 40 32" width="40" height="32" aria-hidden="true" focusable="false"><path d="M6 4v24M14 4v24M22 4v24M30 4v24"/><path class="fifth" d="M2 24 36 8"/></svg>
      <span>${site}</span>
    </a>
    <nav aria-label="Site">
      <a href="${root}index.html#articles">Articles</a>
      <a href="${root}about.html"<#if path == "about.html"> aria-current="page"</#if>>About</a>
      <a href="${root}feed.xml">Feed</a>
    </nav>
  </header>
  <main id="main" tabindex="-1">
<#nested>
  </main>
  <footer class="colophon">
    <p>Every figure on this site was in the HTML when it left the server: no script, no cookie, no counter elsewhere.</p>
    <p>Made with JBake and pagetrack.</p>
  </footer>
</body>
</html>
</#macro>

<#assign site = "Tally Marks">

<#-- The public address of a page; letters outside ASCII are percent-encoded. -->
<#function url path>
  <#return config.site_host + "/" + path?url_path("UTF-8")>
</#function>

<#-- JBake's "blog/articles/x/index.html" as the page's own path: "blog/articles/x/". -->
<#function pagePath uri>
  <#return uri?remove_ending("index.html")>
</#function>

<#macro day date><time datetime="${date?string("yyyy-MM-dd")}">${date?string("d MMMM yyyy")}</time></#macro>
