<#ftl output_format="HTML">
<#import "layout.ftl" as layout>
<#-- Hosts serve this page for missing pages in any folder, so its links start at the root. -->
<@layout.page title="Page not found" description="There is no page at this address." path="404.html" root="/" index=false>
    <section class="intro">
      <h1>No page, no tally mark.</h1>
      <p class="lead">There is nothing at this address, and this visit will not be counted: a 404 is not a view. The <a href="/index.html">home page</a> lists every article.</p>
    </section>
</@layout.page>
