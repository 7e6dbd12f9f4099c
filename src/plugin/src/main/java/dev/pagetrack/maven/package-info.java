/** The Maven goals. Each gathers its parameters, calls code that does not depend on Maven, and reports the result. */
@NullMarked
package dev.pagetrack.maven;

import org.jspecify.annotations.NullMarked;
