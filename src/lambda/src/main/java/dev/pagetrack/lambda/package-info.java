/** The AWS Lambda functions: handlers that parse events, call {@code pagetrack-core}, and make the answers. */
package dev.pagetrack.lambda;
