<#ftl output_format="XML">
<#import "layout.ftl" as layout>
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>${layout.site}</title>
  <subtitle>Notes on counting the readers of a static blog</subtitle>
  <id>${layout.url("")}</id>
  <link href="${layout.url("")}"/>
  <link rel="self" type="application/atom+xml" href="${layout.url("feed.xml")}"/>
  <author><name>${layout.site}</name></author>
<#list published_posts as post>
<#if post?is_first>
  <updated>${post.date?string("yyyy-MM-dd")}T00:00:00Z</updated>
</#if>
  <entry>
    <title>${post.title}</title>
    <id>${layout.url(layout.pagePath(post.uri))}</id>
    <link href="${layout.url(layout.pagePath(post.uri))}"/>
    <updated>${post.date?string("yyyy-MM-dd")}T00:00:00Z</updated>
    <summary>${post.description}</summary>
  </entry>
</#list>
</feed>
