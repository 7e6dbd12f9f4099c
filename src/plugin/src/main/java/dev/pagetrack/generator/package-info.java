/** Finds the static site generator of a folder, and the folder with the pages that it generates. */
@NullMarked
package dev.pagetrack.generator;

import org.jspecify.annotations.NullMarked;
