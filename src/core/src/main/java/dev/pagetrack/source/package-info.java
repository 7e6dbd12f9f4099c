/** Finds log objects in files and folders of this machine, on standard input, and in S3. */
@NullMarked
package dev.pagetrack.source;

import org.jspecify.annotations.NullMarked;
