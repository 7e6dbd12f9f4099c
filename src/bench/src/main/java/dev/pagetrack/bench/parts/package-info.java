/** JMH benchmarks of parts: each measures one step from the bytes of a log to counted views, in a warm JVM. */
package dev.pagetrack.bench.parts;
