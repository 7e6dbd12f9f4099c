<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<@layout.page title=content.title description=content.description path=layout.pagePath(content.uri) root=content.rootpath>
    <article>
      <header>
        <p class="meta"><span class="views"><span data-pagetrack="views">–</span> views</span></p>
        <h1>${content.title}</h1>
        <p class="lead">${content.description}</p>
      </header>
      <div class="prose">
${content.body?no_esc}
      </div>
    </article>
</@layout.page>
