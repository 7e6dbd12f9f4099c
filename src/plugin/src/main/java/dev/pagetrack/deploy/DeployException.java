package dev.pagetrack.deploy;

/** AWS did not do what was asked. The message says what failed, why, and the way out. */
public final class DeployException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DeployException(String message) {
        super(message);
    }

    public DeployException(String message, Throwable cause) {
        super(message, cause);
    }
}
