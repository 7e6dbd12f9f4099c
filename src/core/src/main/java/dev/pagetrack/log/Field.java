package dev.pagetrack.log;

/** The fields of a request that a log may have, independent of their names in a log format. */
public enum Field {
    /** The UTC date, in formats that have separate fields for date and time. */
    DATE,
    /** The UTC time of day, in formats that have separate fields for date and time. */
    TIME,
    /** Seconds since 1970 UTC, possibly with a fraction, in formats that have them instead of date and time. */
    EPOCH_SECONDS,
    /** Milliseconds since 1970 UTC, in formats that have them instead of date and time. */
    EPOCH_MILLIS,
    /** The id of the request, unique among all requests. */
    REQUEST_ID,
    /** The client's address. */
    ADDRESS,
    /** The HTTP method. */
    METHOD,
    /** The host that the client requested. */
    HOST,
    /** The path, without the query, percent-encoded {@link LineFormat#pathDecodings()} times. */
    PATH,
    /** The HTTP status. */
    STATUS,
    /** The URL of the page that the reader came from. */
    REFERRER,
    /** The user agent: the client program. */
    USER_AGENT,
    /** S3's operation, such as {@code WEBSITE.GET.OBJECT}. */
    OPERATION,
    /** CloudFront's result type, such as {@code Hit} or {@code Error}. */
    EDGE_RESULT,
    /** CloudFront's edge location, such as {@code FRA56-P2}. */
    EDGE_LOCATION,
    /** The client's country, ISO 3166-1 alpha-2. */
    COUNTRY,
    /** The content type of the response. */
    CONTENT_TYPE,
    /** Who signed a request to S3: an ARN, a canonical user id or an AWS service; {@code -} if nobody did. */
    REQUESTER,
    /** The version of HTTP, such as {@code HTTP/2.0}. */
    PROTOCOL_VERSION,
    /** The version of TLS, such as {@code TLSv1.3}; S3 writes {@code TLSV1.2}. */
    TLS_PROTOCOL,
    /** The TLS cipher suite, such as {@code TLS_AES_128_GCM_SHA256}. */
    TLS_CIPHER,
    /** The number of the autonomous system (the network) of the client. */
    ASN
}
