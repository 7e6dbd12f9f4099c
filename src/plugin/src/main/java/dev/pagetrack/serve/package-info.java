/** Serves the statistics API on a port of this machine. */
package dev.pagetrack.serve;
