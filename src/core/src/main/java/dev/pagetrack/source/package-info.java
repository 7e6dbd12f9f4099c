/** Where log objects come from: files and folders of this machine, its standard input, and S3. */
package dev.pagetrack.source;
