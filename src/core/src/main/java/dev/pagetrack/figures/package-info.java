/** Statistics of pages as values: the total of a page, and its views by day. */
@NullMarked
package dev.pagetrack.figures;

import org.jspecify.annotations.NullMarked;
