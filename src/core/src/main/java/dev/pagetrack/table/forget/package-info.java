/** Taking views out again that the owner does not want counted. */
@NullMarked
package dev.pagetrack.table.forget;

import org.jspecify.annotations.NullMarked;
