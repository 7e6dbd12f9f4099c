/** Access logs as bytes: log objects, their formats, and the fields of their lines. No byte becomes a String here. */
package dev.pagetrack.log;
