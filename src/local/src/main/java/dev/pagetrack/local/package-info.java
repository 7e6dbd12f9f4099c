/**
 * Owns DynamoDB Local inside this process: opening it on a folder, serving it on the loopback address, and ending it
 * without a trace. Nothing here knows pagetrack's table.
 *
 * <p>DynamoDB Local has a licence of its own ({@code LICENSE.txt} in its jar): it is for those with an AWS account, and
 * is resolved from a repository, never shipped inside a jar of ours.
 */
package dev.pagetrack.local;
