/**
 * Creates and updates the CloudFormation stack of functions, queue and table in an AWS account, and deletes it.
 *
 * <p>The SDK's module {@code cloudformation} is on the compile class path only: the goals that need it resolve it when
 * they run, so that a build that only renders never downloads it. What that module depends on comes with the modules
 * {@code s3} and {@code sts}, which every build has.
 */
@NullMarked
package dev.pagetrack.deploy;

import org.jspecify.annotations.NullMarked;
