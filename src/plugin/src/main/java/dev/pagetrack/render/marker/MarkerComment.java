package dev.pagetrack.render.marker;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes the two comments of a marker: the one that begins it,
 * {@code <!-- pagetrack most-viewed limit=5 prefix="blog/" -->}, and the one that ends it.
 */
public final class MarkerComment {

    /** The comment that ends a marker. */
    public static final String END = "<!-- /pagetrack -->";

    /** The syntax of the comment that begins a marker, for messages. */
    static final String FORM = "a marker: write " + beginning("<widget> <parameter>=<value> …");

    private static final String END_TEXT = "/pagetrack";

    private static final int MAX_LENGTH = 2000;

    private static final Pattern BEGINNING = Pattern.compile("pagetrack\\s.*", Pattern.DOTALL);
    private static final Pattern WHOLE =
            Pattern.compile("pagetrack\\s+([^\\s=\"']+)((?:\\s+[^\\s=\"']+=(?:\"[^\"]*\"|'[^']*'|[^\\s\"']+))*)");
    private static final Pattern PARAMETER = Pattern.compile("([^\\s=\"']+)=(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");

    /**
     * The parameter that keeps a replaced element. It can have any length, so it has a pattern of its own: matching the
     * repeated group of the other pattern is recursive and would overflow the stack.
     */
    private static final Pattern REPLACED = Pattern.compile(" " + FoundMarker.REPLACED + "=([A-Za-z0-9+/]++={0,2})$");

    private MarkerComment() {}

    /** The comment that begins a marker. */
    public static String beginning(String widgetAndParameters) {
        return "<!-- pagetrack " + widgetAndParameters + " -->";
    }

    /** Whether this comment text, stripped of white space, ends a marker. */
    static boolean isEnd(String text) {
        return text.equals(END_TEXT);
    }

    /** Whether this comment text, stripped of white space, is meant to begin a marker. It may be malformed. */
    static boolean isMarker(String text) {
        return BEGINNING.matcher(text).matches();
    }

    /**
     * The marker that this comment begins; empty if the text is malformed.
     *
     * @param text the text of the comment, stripped of white space
     * @param start the first byte of the comment
     * @param end the byte after the comment
     */
    static Optional<FoundMarker> parse(String text, int start, int end) {
        var replaced = REPLACED.matcher(text);
        boolean hasReplaced = replaced.find();
        var whole = WHOLE.matcher(hasReplaced ? text.substring(0, replaced.start()) : text);
        if (whole.regionEnd() > MAX_LENGTH
                || !whole.matches()
                || (hasReplaced && replaced.group(1).length() % 4 != 0)) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        if (hasReplaced) {
            parameters.put(FoundMarker.REPLACED, replaced.group(1));
        }
        var parameter = PARAMETER.matcher(whole.group(2));
        while (parameter.find()) {
            parameters.putIfAbsent(parameter.group(1), value(parameter));
        }
        return Optional.of(new FoundMarker(whole.group(1), "", start, end, end, end, false, parameters));
    }

    /** The comment for messages: as it is in the page, shortened. */
    static String quoted(String text) {
        return "<!-- " + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + " -->";
    }

    private static String value(Matcher parameter) {
        for (int group = 2; group < 4; group++) {
            if (parameter.group(group) != null) {
                return parameter.group(group);
            }
        }
        return parameter.group(4);
    }
}
