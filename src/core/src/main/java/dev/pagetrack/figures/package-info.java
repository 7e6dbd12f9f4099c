/** Statistics of pages as values: the total of a page, and its views by day. */
package dev.pagetrack.figures;
