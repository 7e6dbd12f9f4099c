/** What all packages share: how they say that a setting is wrong. */
package dev.pagetrack;
