/** Reads access logs as bytes: log objects, log formats, and the fields of lines. No field becomes a String here. */
package dev.pagetrack.log;
