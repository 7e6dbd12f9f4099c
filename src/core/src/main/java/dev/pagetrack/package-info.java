/** What all packages share: wrong settings, counts in messages, waiting, and work on many elements in parallel. */
@NullMarked
package dev.pagetrack;

import org.jspecify.annotations.NullMarked;
