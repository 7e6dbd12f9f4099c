/** Benchmarks of parts, by JMH: each measures one step of the way from a log's bytes to a counted view, warm. */
package dev.pagetrack.bench.parts;
