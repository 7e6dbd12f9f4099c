/** Serves the statistics API on a port of this machine. */
@NullMarked
package dev.pagetrack.serve;

import org.jspecify.annotations.NullMarked;
