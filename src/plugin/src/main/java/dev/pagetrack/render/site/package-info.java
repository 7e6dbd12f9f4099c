/** The files of a site and the pages they are: page paths, aliases, and versions of files. */
package dev.pagetrack.render.site;
