/** Compares the pages of the site with the pages that the table has counted: wrong settings, and pages that are lost. */
@NullMarked
package dev.pagetrack.render.match;

import org.jspecify.annotations.NullMarked;
