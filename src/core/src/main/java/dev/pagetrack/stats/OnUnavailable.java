package dev.pagetrack.stats;

import dev.pagetrack.WrongSettingException;
import java.util.Arrays;
import java.util.Locale;

/** What to do when the table cannot be read. */
public enum OnUnavailable {
    /** Use the last snapshot and say its age; without one, leave everything as it is, and say so. */
    WARN,
    /** Fail. */
    FAIL,
    /** Leave everything as it is. */
    SKIP;

    /** The choices as users write them, for messages. */
    public static final String CHOICES = "warn, fail or skip";

    /**
     * The rule that a user names.
     *
     * @throws WrongSettingException for any other word, with a message that names the {@link #CHOICES}
     */
    public static OnUnavailable parse(String text) {
        return Arrays.stream(values())
                .filter(rule -> rule.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongSettingException("'" + text + "': use " + CHOICES));
    }
}
