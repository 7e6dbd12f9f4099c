package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;

/** A service refuses a call. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private RefusedException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** Reads {@code <ErrorResponse>}; what stands between may answer with something else. */
    static RefusedException of(int status, byte[] content) {
        try {
            var error = Answer.of(content);
            return new RefusedException(status, error.text("Code"), error.text("Message"));
        } catch (DeployException e) {
            return new RefusedException(status, "", "HTTP status " + status + ".");
        }
    }

    /** What it means for the user: a value that is wrong, or something that is not permitted. */
    RuntimeException explained() {
        return code.equals("ValidationError")
                ? new WrongSettingException("CloudFormation refuses the stack: " + getMessage(), this)
                : new DeployException("AWS refuses the deployment: " + code + ": " + getMessage(), this);
    }

    int status() {
        return status;
    }

    /** The service's own name of the reason; empty if it gave none. */
    String code() {
        return code;
    }
}
