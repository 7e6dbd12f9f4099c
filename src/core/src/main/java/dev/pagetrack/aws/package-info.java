/**
 * How to connect to AWS: credentials, region or endpoint, timeouts and retries, which are the same for every service.
 */
@NullMarked
package dev.pagetrack.aws;

import org.jspecify.annotations.NullMarked;
