/** Reads access logs as bytes: log objects, log formats, and the fields of lines. No field becomes a String here. */
@NullMarked
package dev.pagetrack.log;

import org.jspecify.annotations.NullMarked;
