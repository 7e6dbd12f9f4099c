/**
 * Reads HTML as bytes with positions: charsets, tags, raw text and nesting of elements. It does not depend on
 * pagetrack.
 */
@NullMarked
package dev.pagetrack.html;

import org.jspecify.annotations.NullMarked;
