package dev.pagetrack.render;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comment that begins a marker: {@code <!-- pagetrack most-viewed limit=5 prefix="blog/" -->}. */
final class MarkerComment {

    /** The form of the comment, for messages. */
    static final String FORM = "a marker: write <!-- pagetrack <widget> <parameter>=<value> … -->";

    private static final int MAX_LENGTH = 2000;

    private static final Pattern BEGINNING = Pattern.compile("pagetrack\\s.*", Pattern.DOTALL);
    private static final Pattern WHOLE =
            Pattern.compile("pagetrack\\s+([^\\s=\"']+)((?:\\s+[^\\s=\"']+=(?:\"[^\"]*\"|'[^']*'|[^\\s\"']+))*)");
    private static final Pattern PARAMETER = Pattern.compile("([^\\s=\"']+)=(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");

    private MarkerComment() {}

    /** Whether a comment's text, without the space around it, wants to be a marker. */
    static boolean isMarker(String text) {
        return BEGINNING.matcher(text).matches();
    }

    /** The marker that begins here; empty if the text is malformed. */
    static Optional<FoundMarker> parse(String text, int start, int end) {
        var whole = WHOLE.matcher(text);
        if (text.length() > MAX_LENGTH || !whole.matches()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        var parameter = PARAMETER.matcher(whole.group(2));
        while (parameter.find()) {
            parameters.putIfAbsent(parameter.group(1), value(parameter));
        }
        return Optional.of(new FoundMarker(whole.group(1), "", start, end, end, parameters));
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
