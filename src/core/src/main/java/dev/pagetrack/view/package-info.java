/** Decides which requests are views: the settings, the lists of bots and spammers, and the data of a view. */
@NullMarked
package dev.pagetrack.view;

import org.jspecify.annotations.NullMarked;
