package dev.pagetrack.page;

/**
 * A path that names no page.
 *
 * @param reason why, to stand after "it has" or "it is"
 */
public record Refused(String reason) implements PagePathResult {}
