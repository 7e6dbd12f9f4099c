/** Generates access logs from a seed: the same requests in each format, with the number of views that each page has. */
@NullMarked
package dev.pagetrack.bench.logs;

import org.jspecify.annotations.NullMarked;
