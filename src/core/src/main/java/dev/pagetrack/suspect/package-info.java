/** The rules that tell programs with the user agent of a browser from browsers, each by one line of a log. */
@NullMarked
package dev.pagetrack.suspect;

import org.jspecify.annotations.NullMarked;
