/** Decides which requests are views: the settings, the lists of bots and spammers, and the data of a view. */
package dev.pagetrack.view;
