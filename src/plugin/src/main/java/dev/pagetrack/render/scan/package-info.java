/** Reads a whole site once: its pages with their markers, titles and canonical links. */
package dev.pagetrack.render.scan;
