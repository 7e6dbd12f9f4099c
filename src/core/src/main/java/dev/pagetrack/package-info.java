/** What all packages share: wrong settings, counts in messages, waiting, and work on many elements in parallel. */
package dev.pagetrack;
