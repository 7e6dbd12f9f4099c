/** Planted violations of the rules that PackageRulesTest tries. */
@NullMarked
package dev.pagetrack.testing.planted.upper;

import org.jspecify.annotations.NullMarked;
