/** Finds log objects in files and folders of this machine, on standard input, and in S3. */
package dev.pagetrack.source;
