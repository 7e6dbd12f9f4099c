package dev.pagetrack.log;

/** What a column in a web server's log holds, besides time, request, status and size, which are in every such log. */
enum WebServerRole {
    /** The address or host name of whoever connected to the server: the client, or a proxy. */
    CLIENT,
    /** The addresses in the header {@code X-Forwarded-For}: the client first, then proxies. */
    FORWARDED,
    /** The host that the client requested, or the server's name for it. */
    HOST,
    /** The user; the name may have blanks if the column before holds {@code -}. */
    USER,
    /** A number, such as the time that the request took. */
    NUMBER,
    /** The referrer, quoted. */
    REFERRER,
    /** The user agent, quoted. */
    USER_AGENT,
    /** Anything that pagetrack does not use. */
    OTHER
}
