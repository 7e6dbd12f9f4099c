@NullMarked
package dev.pagetrack;

import org.jspecify.annotations.NullMarked;
