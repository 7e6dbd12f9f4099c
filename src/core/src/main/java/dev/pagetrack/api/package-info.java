/** The statistics API: it turns requests into JSON responses. An HTTP server or a Lambda function calls it. */
package dev.pagetrack.api;
