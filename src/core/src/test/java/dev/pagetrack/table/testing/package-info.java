@NullMarked
package dev.pagetrack.table.testing;

import org.jspecify.annotations.NullMarked;
