package dev.pagetrack.log;

/** The parts of a request that a log can tell, by what they mean, not by what a format calls them. */
public enum Field {
    /** The UTC day, in formats that tell it apart from the time. */
    DATE,
    /** The UTC time of day, likewise. */
    TIME,
    /** Seconds since 1970 UTC, perhaps with a fraction, where they stand for date and time. */
    EPOCH_SECONDS,
    /** Milliseconds since 1970 UTC, likewise. */
    EPOCH_MILLIS,
    /** What identifies the request among all requests. */
    REQUEST_ID,
    /** The client's address. */
    ADDRESS,
    /** The HTTP method. */
    METHOD,
    /** The host the client asked for. */
    HOST,
    /** The path, without the query, percent-encoded {@link LineFormat#pathDecodings()} times. */
    PATH,
    /** The HTTP status. */
    STATUS,
    /** Where the reader came from. */
    REFERRER,
    /** The client's program. */
    USER_AGENT,
    /** S3's operation, such as {@code WEBSITE.GET.OBJECT}. */
    OPERATION,
    /** What CloudFront answered with, such as {@code Hit} or {@code Error}. */
    EDGE_RESULT,
    /** CloudFront's edge location, such as {@code FRA56-P2}. */
    EDGE_LOCATION,
    /** The client's country, ISO 3166-1 alpha-2. */
    COUNTRY,
    /** The content type of the answer. */
    CONTENT_TYPE
}
