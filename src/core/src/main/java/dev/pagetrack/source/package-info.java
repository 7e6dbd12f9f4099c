/** Where log objects come from: files and folders of this machine, and S3. */
package dev.pagetrack.source;
