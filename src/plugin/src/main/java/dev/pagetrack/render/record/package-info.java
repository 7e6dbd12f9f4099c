/** The record of a rendering, with which the next one need not read unchanged pages again. */
@NullMarked
package dev.pagetrack.render.record;

import org.jspecify.annotations.NullMarked;
