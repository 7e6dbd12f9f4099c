/** The files of a site and the pages in them: page paths, aliases, and versions of files. */
@NullMarked
package dev.pagetrack.render.site;

import org.jspecify.annotations.NullMarked;
