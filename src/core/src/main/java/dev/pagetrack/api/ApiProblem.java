package dev.pagetrack.api;

import static java.util.Objects.requireNonNull;

/** The reason why a request cannot be answered, to be sent as problem details (RFC 9457). */
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;

    /**
     * A problem.
     *
     * @param status the HTTP status
     * @param title what is wrong
     * @param detail what the client can do
     */
    ApiProblem(int status, String title, String detail) {
        super(title, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    static ApiProblem badRequest(String title, String detail) {
        return new ApiProblem(400, title, detail);
    }

    int status() {
        return status;
    }

    String title() {
        return requireNonNull(getMessage(), "title");
    }

    String detail() {
        return detail;
    }
}
