/** What the tests of all modules share: seeds of random numbers, and programs with a time limit. */
@NullMarked
package dev.pagetrack.testing;

import org.jspecify.annotations.NullMarked;
