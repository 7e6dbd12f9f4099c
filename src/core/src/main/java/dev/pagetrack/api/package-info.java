/** The statistics API: it turns requests into JSON responses. An HTTP server or a Lambda function calls it. */
@NullMarked
package dev.pagetrack.api;

import org.jspecify.annotations.NullMarked;
