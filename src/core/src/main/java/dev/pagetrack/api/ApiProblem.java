package dev.pagetrack.api;

/** What is wrong with a request, or keeps it from being answered. */
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;

    /**
     * A problem.
     *
     * @param status the HTTP status
     * @param title what is wrong
     * @param detail the way out
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
        return getMessage();
    }

    String detail() {
        return detail;
    }
}
