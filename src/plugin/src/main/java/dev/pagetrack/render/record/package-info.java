/** The record of a rendering, with which the next one need not read unchanged pages again. */
package dev.pagetrack.render.record;
