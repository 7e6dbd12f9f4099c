package dev.pagetrack.render.widget;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The hosts that readers came from as templates see them, those with the most views first, equal ones by their name. */
final class ReferrerList {

    /** What the table names no host for. */
    private static final String OTHER = "other";

    /** What can stand in an address as it is: a visitor chooses what a log calls the referrer. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

    private ReferrerList() {}

    /**
     * The list.
     *
     * @param views views by host
     * @param limit how many hosts at most
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
