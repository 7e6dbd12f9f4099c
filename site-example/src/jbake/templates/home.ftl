<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#assign description = "Notes on counting the readers of a static blog: page view counters baked into HTML from access logs, without a script or a cookie.">
<@layout.page title="Tally Marks: page counters for a site without a server" description=description path="">
    <section class="intro home">
      <div>
      <h1>Your access logs already know what people read.</h1>
      <p class="lead"><b>pagetrack</b> counts them, and writes the numbers into the pages of a static site while it is built. This blog explains how, and counts itself: each figure you see came out of its own logs.</p>
      </div>
      <svg class="marks" viewBox="0 0 220 232" aria-hidden="true" focusable="false">
        <path d="M20 8c-1 20 2 36 0 56M42 6c1 22-1 38 1 60M64 9c-1 18 1 36-1 55M87 7c1 20-2 38 0 58"/>
        <path d="M128 8c1 20-1 36 1 57M150 7c-1 20 1 38-1 58M173 9c1 18-1 36 1 55M195 6c-1 22 1 40-1 60"/>
        <path d="M21 88c-1 20 1 38 0 57M43 86c1 20-2 40 0 60M65 89c-1 18 1 36-1 55M86 87c1 20-1 38 1 58"/>
        <path d="M129 87c-1 20 1 38-1 58M151 88c1 20-1 36 1 57M172 86c-1 20 2 40 0 60M194 89c1 18-1 36 1 55"/>
        <path d="M20 168c1 20-1 38 1 58M42 169c-1 20 1 36-1 55"/>
        <path class="fifth" d="M6 56C36 44 66 30 102 12M114 55c32-10 64-26 96-42M7 135c32-10 62-26 95-42M115 136c30-12 62-28 95-44"/>
      </svg>
    </section>

    <div class="charts">
      <section aria-labelledby="all-time">
        <h2 id="all-time">Most viewed</h2>
        <p class="hint">Since the first log line</p>
        <ol class="most-viewed" data-pagetrack="most-viewed" data-limit="5" data-prefix="blog/articles/">
          <li class="pending">Not counted yet.</li>
        </ol>
      </section>
      <section aria-labelledby="last-30-days">
        <h2 id="last-30-days">Most viewed lately</h2>
        <p class="hint">In the last 30 days</p>
        <ol class="most-viewed" data-pagetrack="most-viewed" data-limit="5" data-prefix="blog/articles/" data-period="30d">
          <li class="pending">Not counted yet.</li>
        </ol>
      </section>
    </div>

    <section aria-labelledby="articles">
      <h2 id="articles">All articles</h2>
      <ul class="articles">
<#list published_posts as post>
<#assign path = layout.pagePath(post.uri)>
        <li>
          <h3><a href="${post.uri?url_path("UTF-8")}">${post.title}</a></h3>
          <p>${post.description}</p>
          <p class="meta"><@layout.day post.date/> <span class="views"><span data-pagetrack="views" data-page="${path}">–</span> views</span></p>
        </li>
</#list>
      </ul>
    </section>

    <p class="meta home-views">This home page: <span data-pagetrack="views">–</span> views, <span data-pagetrack="views" data-period="30d">–</span> of them in the last 30 days.</p>
</@layout.page>
