/** What all packages share: how they say that a setting is wrong, and how many there are of something. */
package dev.pagetrack;
