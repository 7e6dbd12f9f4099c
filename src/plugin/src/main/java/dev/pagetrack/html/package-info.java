/** HTML as bytes with positions: charsets, tags, raw text, and which elements enclose which. Knows nothing of pagetrack. */
package dev.pagetrack.html;
