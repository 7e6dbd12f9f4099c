/** Page paths: each page has one name, whichever log or file mentions it. */
@NullMarked
package dev.pagetrack.page;

import org.jspecify.annotations.NullMarked;
