package dev.pagetrack.deploy;

/** AWS did not do what a deployment needs. The message says what failed, why, and what to do. */
public final class DeployException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DeployException(String message) {
        super(message);
    }

    public DeployException(String message, Throwable cause) {
        super(message, cause);
    }
}
