/** Page paths: each page has one name, whichever log or file mentions it. */
package dev.pagetrack.page;
