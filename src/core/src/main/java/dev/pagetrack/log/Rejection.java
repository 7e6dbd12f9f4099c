package dev.pagetrack.log;

import java.util.Locale;

/** The reasons why a line is not a view. Each line is either counted or has one reason: the first that applies. */
public enum Rejection {
    /** The line does not match its format. */
    MALFORMED("not a line of this format"),
    /** A quote inside a quoted field. S3 does not escape quotes, so the end of the field is unknown. */
    AMBIGUOUS_QUOTES("quotes that the log did not escape"),
    /** Longer than any line of a real log. */
    LINE_TOO_LONG("a line of more than 64 KiB"),
    /** An S3 operation that reads no object for a visitor: an upload, a lifecycle action, a listing. */
    OPERATION("an operation other than GET.OBJECT"),
    /** A method other than GET. */
    METHOD("a method other than GET"),
    /** A status other than 200 and 304. */
    STATUS("a status other than 200 or 304"),
    /** A CloudFront result that shows no page: an error, a redirect or an exceeded limit. */
    EDGE_RESULT("a CloudFront result that shows no page"),
    /** A host that is not one of the site's. */
    HOST("another host"),
    /** An address whose requests the owner does not want counted, such as the owner's own. */
    OWN_ADDRESS("an ignored address"),
    /** A request to S3 that somebody signed, as the tools of the bucket's owner do: readers sign nothing. */
    SIGNED("a request to S3 that somebody signed"),
    /**
     * A path that names no page: no path at all, or one with dot segments, {@code //}, control characters or bad
     * encoding.
     */
    PATH("a path that names no page"),
    /** Not a page but, for example, a style sheet, an image or a feed. */
    NOT_A_PAGE("not a page but another kind of file"),
    /** A page that the settings exclude. */
    EXCLUDED("an excluded page"),
    /** CloudFront itself, which fetches the pages from S3. */
    ORIGIN_FETCH("CloudFront's own fetch from its origin"),
    /** No user agent: the client is a program, not a browser. */
    EMPTY_USER_AGENT("no user agent"),
    /** A known bot. */
    BOT("a bot"),
    /** A user agent that names no browser, so the client is a program that the list of bots does not name. */
    PROGRAM("a program: no browser in its user agent"),
    /** An address of a hosting network: servers are there, and hardly any reader. */
    HOSTING("an address of a hosting network"),
    /** A modern browser that speaks HTTP/1 over TLS, although it would speak HTTP/2. */
    HTTP1("a modern browser that speaks HTTP/1"),
    /** A browser that is older than the version of HTTP or TLS that it speaks. */
    OUTDATED("a browser too old for its HTTP or TLS"),
    /** A user agent that contradicts itself. */
    CONTRADICTION("a user agent that contradicts itself"),
    /** A view before the site moved to pagetrack, which the Lambda function of the blog series already counted. */
    BEFORE_CUTOVER("before the cut-over"),
    /** A time before the first web servers, or in the future: the clock of the server was wrong. */
    DATE("a time before May 1996 or in the future"),
    /** Older than the stored raw views, so it is unknown whether the view was already counted. */
    TOO_OLD("older than the retention of raw views"),
    /** A view that the owner took out again. */
    FORGOTTEN("a view that was taken out with pagetrack:forget");

    private final String meaning;

    Rejection(String meaning) {
        this.meaning = meaning;
    }

    /** A few words for reports, to follow a number. */
    public String meaning() {
        return meaning;
    }

    /** The name in reports, JSON and the table, such as {@code edge-result}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
