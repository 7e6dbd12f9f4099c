/** What all packages share: how they say that a setting is wrong, count things in messages, and work on many things in parallel. */
package dev.pagetrack;
