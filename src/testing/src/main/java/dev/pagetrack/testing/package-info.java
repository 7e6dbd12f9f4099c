/** What the tests of all modules share: seeds of random numbers, and programs with a time limit. */
package dev.pagetrack.testing;
