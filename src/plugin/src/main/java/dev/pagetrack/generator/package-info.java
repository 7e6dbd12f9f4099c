/** Finds the static site generator of a folder, and the folder with the pages that it generates. */
package dev.pagetrack.generator;
