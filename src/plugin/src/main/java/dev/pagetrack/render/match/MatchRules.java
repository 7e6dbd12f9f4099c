package dev.pagetrack.render.match;

/**
 * When a rendering fails because the pages of the site and of the table do not match.
 *
 * @param failOnMismatch whether it fails if the table has views, but hardly any page of the site has
 * @param failOnLostPages whether it fails if the site has lost a page with at least {@code lostPagesViews} views
 * @param lostPagesViews how many views a lost page must have to be a warning, or a failure; at least 1
 */
public record MatchRules(boolean failOnMismatch, boolean failOnLostPages, int lostPagesViews) {

    /** Nothing fails; a lost page with 100 views is a warning. */
    public static final MatchRules WARN = new MatchRules(false, false, 100);

    public MatchRules {
        if (lostPagesViews < 1) {
            throw new IllegalArgumentException("lostPagesViews must be at least 1: " + lostPagesViews);
        }
    }
}
