package dev.pagetrack.stats;

import dev.pagetrack.WrongSettingException;
import java.util.Arrays;
import java.util.Locale;

/** What to do when the table cannot be read. */
public enum OnUnavailable {
    /** Use the last snapshot and log its age; without a snapshot, change nothing and log a warning. */
    WARN,
    /** Fail. */
    FAIL,
    /** Change nothing. */
    SKIP;

    /** The words for these choices, for messages. */
    public static final String CHOICES = "warn, fail or skip";

    /**
     * Parses the word for a choice.
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
