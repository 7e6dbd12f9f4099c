package dev.pagetrack.figures;

/** Is shown one total after the other. */
@FunctionalInterface
public interface TotalVisitor {

    /**
     * A page's total.
     *
     * @return whether to go on to the next
     */
    boolean visit(String page, PageTotal total);
}
