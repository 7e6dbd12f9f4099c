package dev.pagetrack.table.item;

import dev.pagetrack.WrongSettingException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How the items of a site lie in the table. */
public enum Layout {
    /** pagetrack's own: raw views, and rollups beside them. */
    PAGETRACK("pagetrack"),
    /** Of the blog series, parts 1 to 3: raw views to the second, and the list of pages. */
    ARTICLE("article"),
    /** Of the series' author after 2023: an owner before every key, and counters by month in lower case. */
    PRODUCTION("production");

    /** The values of {@code pagetrack.layout}, for messages. */
    public static final String CHOICES =
            Arrays.stream(values()).map(layout -> layout.label).collect(Collectors.joining(", "));

    private final String label;

    Layout(String label) {
        this.label = label;
    }

    /** The name in parameters and messages. */
    public String label() {
        return label;
    }

    /**
     * The layout of a name.
     *
     * @throws WrongSettingException if there is none
     */
    public static Layout parse(String label) {
        return Arrays.stream(values())
                .filter(layout -> layout.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new WrongSettingException("there is no layout '" + label + "': " + CHOICES));
    }
}
