package dev.pagetrack.bench.logs;

/**
 * One request, before any format writes it.
 *
 * @param second when, in seconds since 1970 UTC
 * @param client who
 * @param method the HTTP method
 * @param path percent-encoded, with its leading slash
 * @param query without its question mark; empty for none
 * @param status the HTTP status
 * @param referrer the page it was followed from; empty for none
 * @param type the content type of the answer
 * @param size the answer's bytes
 * @param id 56 characters that no other request has
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
     * Who asks.
     *
     * @param address the address
     * @param agent the program, as it names itself; empty for one that does not
     * @param edge CloudFront's edge location
     * @param protocol such as {@code HTTP/2.0}
     * @param person whether a person sits before it
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
