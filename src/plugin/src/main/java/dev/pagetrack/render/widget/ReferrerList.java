package dev.pagetrack.render.widget;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The hosts that readers came from, as templates see them: in descending order of views, then by name. */
final class ReferrerList {

    /** Stands in the table for all hosts that are not counted by name. */
    private static final String OTHER = "other";

    /** A host that is safe in a URL. The referrer in a log can be any text, because the visitor chooses it. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

    private ReferrerList() {}

    /**
     * Makes the list.
     *
     * @param views views by host
     * @param limit how many hosts the list holds at most
     * @param locale the format of numbers
     */
    static List<Map<String, Object>> of(Map<String, Long> views, int limit, Locale locale) {
        var list = new ArrayList<Map<String, Object>>();
        views.entrySet().stream()
                .filter(host -> !host.getKey().equals(OTHER))
                .sorted(comparingLong(Map.Entry<String, Long>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .forEach(host -> list.add(item(list.size() + 1, host.getKey(), host.getValue(), locale)));
        return list;
    }

    private static Map<String, Object> item(int rank, String host, long views, Locale locale) {
        var item = new HashMap<String, Object>();
        item.put("rank", Integer.toString(rank));
        item.put("host", host);
        item.put("address", HOST.matcher(host).matches() ? "https://" + host + "/" : "");
        item.put("views", new TemplateNumber(views, locale));
        return item;
    }
}
