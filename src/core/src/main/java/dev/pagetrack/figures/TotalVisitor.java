package dev.pagetrack.figures;

/** Receives totals of pages, one at a time. */
@FunctionalInterface
public interface TotalVisitor {

    /**
     * Receives the total of one page.
     *
     * @return whether to continue with the next page
     */
    boolean visit(String page, PageTotal total);
}
