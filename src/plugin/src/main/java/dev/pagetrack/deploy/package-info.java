/**
 * Brings the stack of functions, queue and table into an AWS account, and takes it out again.
 *
 * <p>CloudFormation is talked to in its own protocol, eight calls signed by the SDK's signer, and not through the SDK's
 * {@code cloudformation} module. That is not published at every version of the SDK, and one of another version is not
 * supported beside the core it was not generated for: generated code calls internal classes that change without notice.
 * It would also be downloaded by every build that only renders. The calls of S3 go through the SDK's module, which core
 * has anyway.
 */
package dev.pagetrack.deploy;
