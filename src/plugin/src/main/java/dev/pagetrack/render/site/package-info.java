/** The files of a site and the pages in them: page paths, aliases, and versions of files. */
package dev.pagetrack.render.site;
