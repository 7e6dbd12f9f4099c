/**
 * Fills the markers of a generated site with figures: finds them by byte range, renders their widgets, and splices the
 * result in. Knows files, HTML and templates; neither Maven nor the table.
 *
 * <p>The way of a page: {@code SiteScan} reads every file once and finds its markers ({@code HtmlTokenizer},
 * {@code MarkerFinder}, {@code MarkerReader}); {@code PageFigures} joins the snapshot with the pages that exist;
 * {@code WidgetTemplate} turns {@code WidgetData} into HTML; {@code PageRewriter} replaces the file when a byte differs.
 */
package dev.pagetrack.render;
