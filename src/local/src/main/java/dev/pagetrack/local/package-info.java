/**
 * Runs DynamoDB Local in this process: opens it on a folder, serves it on the loopback address, and stops it so that no
 * thread or file is left over. Nothing here depends on pagetrack's table.
 *
 * <p>DynamoDB Local has its own licence ({@code LICENSE.txt} in its jar), which requires an AWS account. It is resolved
 * from a repository, and never part of a jar of ours.
 */
@NullMarked
package dev.pagetrack.local;

import org.jspecify.annotations.NullMarked;
