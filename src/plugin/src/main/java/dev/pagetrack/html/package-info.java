/**
 * Reads HTML as bytes with positions: charsets, tags, raw text and nesting of elements. It does not depend on
 * pagetrack.
 */
package dev.pagetrack.html;
