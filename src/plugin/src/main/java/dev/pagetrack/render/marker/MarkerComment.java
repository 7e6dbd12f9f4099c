package dev.pagetrack.render.marker;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two comments of a marker: the one that begins it, {@code <!-- pagetrack most-viewed limit=5 prefix="blog/" -->}, and
 * the one that ends it.
 */
public final class MarkerComment {

    /** The comment that ends a marker. */
    public static final String END = "<!-- /pagetrack -->";

    /** The form of the comment that begins one, for messages. */
    static final String FORM = "a marker: write " + beginning("<widget> <parameter>=<value> …");

    private static final String END_TEXT = "/pagetrack";

    private static final int MAX_LENGTH = 2000;

    private static final Pattern BEGINNING = Pattern.compile("pagetrack\\s.*", Pattern.DOTALL);
    private static final Pattern WHOLE =
            Pattern.compile("pagetrack\\s+([^\\s=\"']+)((?:\\s+[^\\s=\"']+=(?:\"[^\"]*\"|'[^']*'|[^\\s\"']+))*)");
    private static final Pattern PARAMETER = Pattern.compile("([^\\s=\"']+)=(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");

    /** Of any length, and so not for the pattern of the others, which is recursive. */
    private static final Pattern REPLACED = Pattern.compile(" " + Injection.REPLACED + "=([A-Za-z0-9+/]++={0,2})$");

    private MarkerComment() {}

    /** The comment that begins a marker. */
    public static String beginning(String widgetAndParameters) {
        return "<!-- pagetrack " + widgetAndParameters + " -->";
    }

    /** Whether a comment's text, without the space around it, ends a marker. */
    static boolean isEnd(String text) {
        return text.equals(END_TEXT);
    }

    /** Whether a comment's text, without the space around it, wants to be a marker. */
    static boolean isMarker(String text) {
        return BEGINNING.matcher(text).matches();
    }

    /** The marker that begins here; empty if the text is malformed. */
    static Optional<FoundMarker> parse(String text, int start, int end) {
        var replaced = REPLACED.matcher(text);
        boolean keeps = replaced.find();
        var whole = WHOLE.matcher(keeps ? text.substring(0, replaced.start()) : text);
        if (whole.regionEnd() > MAX_LENGTH
                || !whole.matches()
                || (keeps && replaced.group(1).length() % 4 != 0)) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        if (keeps) {
            parameters.put(Injection.REPLACED, replaced.group(1));
        }
        var parameter = PARAMETER.matcher(whole.group(2));
        while (parameter.find()) {
            parameters.putIfAbsent(parameter.group(1), value(parameter));
        }
        return Optional.of(new FoundMarker(whole.group(1), "", start, end, end, end, parameters));
    }

    /** The comment as an author would find it, shortened. */
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
