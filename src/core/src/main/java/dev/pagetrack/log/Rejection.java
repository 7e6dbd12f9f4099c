package dev.pagetrack.log;

import java.util.Locale;

/** Why a line of a log is no view. Every line is either counted or has exactly one of these, the first that fits. */
public enum Rejection {
    /** The line does not read as its format says. */
    MALFORMED("not a line of this format"),
    /** A quote inside a quoted field: S3 does not escape them, so where the fields end cannot be told. */
    AMBIGUOUS_QUOTES("quotes that the log did not escape"),
    /** Longer than any line of a real log. */
    LINE_TOO_LONG("a line of more than 64 KiB"),
    /** An S3 operation that reads no object for a visitor: an upload, a lifecycle action, a listing. */
    OPERATION("an operation other than GET.OBJECT"),
    /** A method other than GET. */
    METHOD("a method other than GET"),
    /** A status other than 200 and 304. */
    STATUS("a status other than 200 or 304"),
    /** CloudFront answered with an error, a redirect or a limit. */
    EDGE_RESULT("a result of CloudFront that shows no page"),
    /** A host that is not one of the site's. */
    HOST("another host"),
    /** The owner's own address. */
    OWN_ADDRESS("an own address"),
    /** A path that names no page: none at all, dot segments, {@code //}, control characters, broken encoding. */
    PATH("a path that names no page"),
    /** A style sheet, an image, a feed: nothing that is read as a page. */
    NOT_A_PAGE("no page: another kind of file"),
    /** A page that the owner does not want counted. */
    EXCLUDED("a page that is excluded"),
    /** CloudFront itself, fetching from S3 what it shows to readers. */
    ORIGIN_FETCH("CloudFront's own fetch from its origin"),
    /** No user agent: a program. */
    EMPTY_USER_AGENT("no user agent"),
    /** A known bot. */
    BOT("a bot"),
    /** A view that the function of the blog series counted, before this site was moved. */
    BEFORE_CUTOVER("before the cut-over"),
    /** Older than the raw views that are kept: whether it was counted before cannot be told any more. */
    TOO_OLD("older than the retention of raw views");

    private final String meaning;

    Rejection(String meaning) {
        this.meaning = meaning;
    }

    /** A few words for a report, to stand after a number. */
    public String meaning() {
        return meaning;
    }

    /** The name in reports, JSON and the table: {@code edge-result}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
