/** Access logs with a known truth, made from a seed: the same requests in each format. */
package dev.pagetrack.bench.logs;
