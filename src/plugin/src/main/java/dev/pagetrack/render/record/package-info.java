/** The record that one rendering leaves for the next, so that unchanged pages need not be read again. */
package dev.pagetrack.render.record;
