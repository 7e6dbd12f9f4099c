/** The goals: each gathers its parameters, makes one call to code that knows no Maven, and says what came of it. */
package dev.pagetrack.maven;
