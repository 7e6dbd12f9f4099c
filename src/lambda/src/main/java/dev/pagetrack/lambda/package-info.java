/** What runs in AWS Lambda: handlers that hand events to {@code pagetrack-core}, and nothing that core could do itself. */
package dev.pagetrack.lambda;
