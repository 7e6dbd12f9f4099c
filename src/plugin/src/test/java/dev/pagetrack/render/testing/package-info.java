@NullMarked
package dev.pagetrack.render.testing;

import org.jspecify.annotations.NullMarked;
