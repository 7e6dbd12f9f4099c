/** Reads the whole site once: finds the markers, titles and canonical links of its pages. */
package dev.pagetrack.render.scan;
