/** What the runs of a site agree on, kept in its {@code META} items: terms, cut-over, layout, pending work. */
package dev.pagetrack.table.site;
