/** JMH benchmarks of parts: each measures one step from the bytes of a log to counted views, in a warm JVM. */
@NullMarked
package dev.pagetrack.bench.parts;

import org.jspecify.annotations.NullMarked;
