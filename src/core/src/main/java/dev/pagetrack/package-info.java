/** What all packages share: the exception for a wrong setting, and the wording of counts in messages. */
package dev.pagetrack;
