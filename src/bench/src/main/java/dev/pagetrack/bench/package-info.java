/**
 * Benchmarks of whole runs. Each is a main class that is timed from outside. README.md of this module describes them.
 */
package dev.pagetrack.bench;
