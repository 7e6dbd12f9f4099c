/**
 * Benchmarks of whole runs. Each is a main class that is timed from outside. README.md of this module describes them.
 */
@NullMarked
package dev.pagetrack.bench;

import org.jspecify.annotations.NullMarked;
