package dev.pagetrack.bench.logs;

/**
 * One request, independent of the log format.
 *
 * @param second the time, in seconds since 1970 UTC
 * @param client the client
 * @param method the HTTP method
 * @param path the path, percent-encoded, with its leading slash
 * @param query the query without its question mark; empty if there is none
 * @param status the HTTP status
 * @param referrer the page that linked to it; empty if there is none
 * @param type the content type of the response
 * @param size the bytes of the response
 * @param id a unique id of 56 characters
 */
record Request(
        long second,
        Client client,
        String method,
        String path,
        String query,
        int status,
        String referrer,
        String type,
        int size,
        String id) {

    /**
     * The client of a request.
     *
     * @param address the IP address
     * @param agent the user agent; empty if the client sends none
     * @param edge CloudFront's edge location
     * @param protocol the protocol, such as {@code HTTP/2.0}
     * @param person whether it is a person, not a bot
     */
    record Client(String address, String agent, String edge, String protocol, boolean person) {}

    Request {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(path);
        }
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
