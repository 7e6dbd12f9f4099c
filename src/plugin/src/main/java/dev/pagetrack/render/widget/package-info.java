/**
 * Widgets: prepares the figures of a page as data for templates, and runs the templates that turn it into safe HTML.
 */
@NullMarked
package dev.pagetrack.render.widget;

import org.jspecify.annotations.NullMarked;
