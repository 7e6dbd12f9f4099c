/**
 * Sets up pagetrack for a site: finds places for widgets in its pages, and writes the first pom, the widgets and a
 * snippet for the generator. Knows sites and themes, but neither Maven nor the table.
 */
@NullMarked
package dev.pagetrack.init;

import org.jspecify.annotations.NullMarked;
