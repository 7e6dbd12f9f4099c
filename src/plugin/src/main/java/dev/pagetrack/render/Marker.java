package dev.pagetrack.render;

/**
 * A marker that can be filled.
 *
 * @param widget the name of its widget, for which there is a template
 * @param inList whether its element is a list, so that its content is items
 * @param start where it begins, in bytes
 * @param contentStart where what it holds begins
 * @param contentEnd where what it holds ends
 * @param parameters what it asks for
 */
record Marker(
        String widget, boolean inList, int start, int contentStart, int contentEnd, MarkerParameters parameters) {}
