/** Page paths: the one name of a page, whatever the log or the file that mentions it. */
package dev.pagetrack.page;
