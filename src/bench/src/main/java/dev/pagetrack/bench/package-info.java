/** Whole runs, each a main class, timed from outside; what they measure, README.md of this module tells. */
package dev.pagetrack.bench;
