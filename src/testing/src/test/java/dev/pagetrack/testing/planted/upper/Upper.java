package dev.pagetrack.testing.planted.upper;

import dev.pagetrack.testing.planted.lower.Lower;

/** Uses a class of the package below, as it may. */
public record Upper(Lower lower) {}
