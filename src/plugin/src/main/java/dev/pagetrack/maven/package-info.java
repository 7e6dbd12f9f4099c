/** The Maven goals. Each gathers its parameters, calls code that does not depend on Maven, and reports the result. */
package dev.pagetrack.maven;
