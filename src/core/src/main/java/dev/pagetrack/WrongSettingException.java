package dev.pagetrack;

/**
 * What the user set is wrong. The message names the setting, its value, the legal ones and the way out. Any other {@code
 * IllegalArgumentException} is a mistake of pagetrack's own.
 */
public final class WrongSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public WrongSettingException(String message) {
        super(message);
    }

    public WrongSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
