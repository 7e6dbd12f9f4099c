/**
 * Sets a site up: finds its generator, and places in its pages for widgets, and writes the first pom and the generator's
 * snippet. Knows sites and themes; not Maven, nor the table.
 */
package dev.pagetrack.init;
