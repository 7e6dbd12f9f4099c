<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#assign path = layout.pagePath(content.uri)>
<#-- JBake's previousContent and nextContent are wrong on recent JDKs, so this uses published_posts, which has the newest first. -->
<#list published_posts as post>
<#if post.uri == content.uri>
<#if !post?is_last><#assign older = published_posts[post?index + 1]></#if>
<#if !post?is_first><#assign newer = published_posts[post?index - 1]></#if>
</#if>
</#list>
<@layout.page title=content.title description=content.description path=path root=content.rootpath kind="article">
    <article>
      <header>
        <p class="meta"><@layout.day content.date/> <span class="views"><span data-pagetrack="views">–</span> views</span></p>
        <h1>${content.title}</h1>
        <p class="lead">${content.description}</p>
      </header>
      <div class="prose">
${content.body?no_esc}
      </div>
    </article>

    <nav class="siblings" aria-label="Neighbouring articles">
<#if older??>
      <a rel="prev" href="${content.rootpath}${older.uri?url_path("UTF-8")}"><small>Before</small> ${older.title}</a>
</#if>
<#if newer??>
      <a rel="next" href="${content.rootpath}${newer.uri?url_path("UTF-8")}"><small>After</small> ${newer.title}</a>
</#if>
    </nav>

    <section class="also" aria-labelledby="lately">
      <h2 id="lately">Most viewed lately</h2>
      <ol class="most-viewed" data-pagetrack="most-viewed" data-limit="3" data-prefix="blog/articles/" data-period="30d">
        <li class="pending">Not counted yet.</li>
      </ol>
    </section>
</@layout.page>
