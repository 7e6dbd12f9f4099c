/** The statistics API: requests to JSON, without an HTTP server. */
package dev.pagetrack.api;
