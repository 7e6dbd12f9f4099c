/** A generated site with markers, decoys of markers, figures, and what it must be after a rendering. */
package dev.pagetrack.bench.site;
