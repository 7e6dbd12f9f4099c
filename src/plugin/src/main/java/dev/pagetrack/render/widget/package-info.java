/** Widgets: the figures of a page as data for templates, and the templates that turn them into safe HTML. */
package dev.pagetrack.render.widget;
