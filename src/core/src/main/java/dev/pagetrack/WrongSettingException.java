package dev.pagetrack;

import org.jspecify.annotations.Nullable;

/**
 * The user set a setting to a wrong value. The message names the setting, its value, the legal values and what to do.
 * Any other {@code IllegalArgumentException} is a bug in pagetrack.
 */
public final class WrongSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public WrongSettingException(String message) {
        super(message);
    }

    public WrongSettingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
