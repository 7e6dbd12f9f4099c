/** The AWS Lambda functions: handlers that parse events, call {@code pagetrack-core}, and make the answers. */
@NullMarked
package dev.pagetrack.lambda;

import org.jspecify.annotations.NullMarked;
