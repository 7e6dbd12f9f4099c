/**
 * Fills the markers of a generated site with figures: finds their byte ranges, renders their widgets, and inserts the
 * result. It works with files, HTML and templates, and depends neither on Maven nor on the table.
 *
 * <p>How a page is processed: {@code SiteScan} reads every file once and finds its markers ({@code HtmlTokenizer},
 * {@code MarkerFinder}, {@code MarkerReader}); {@code PageFigures} joins the snapshot with the pages that exist;
 * {@code WidgetTemplate} turns {@code WidgetData} into HTML; {@code PageRewriter} replaces the file when a byte
 * differs.
 */
@NullMarked
package dev.pagetrack.render;

import org.jspecify.annotations.NullMarked;
