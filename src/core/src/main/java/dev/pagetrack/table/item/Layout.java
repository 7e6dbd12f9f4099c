package dev.pagetrack.table.item;

import dev.pagetrack.WrongSettingException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The layouts in which the table can hold the items of a site. */
public enum Layout {
    /** pagetrack's own layout: raw views and rollups. */
    PAGETRACK("pagetrack"),
    /** The layout of parts 1 to 3 of the blog series: raw views with a time in seconds, and a list of pages. */
    ARTICLE("article"),
    /**
     * The layout of the series' own site after 2023: every key begins with an owner, and monthly counters have names in
     * lower case.
     */
    PRODUCTION("production");

    /** The values of {@code pagetrack.layout}, for messages. */
    public static final String CHOICES =
            Arrays.stream(values()).map(layout -> layout.label).collect(Collectors.joining(", "));

    private final String label;

    Layout(String label) {
        this.label = label;
    }

    /** Returns the name in parameters and messages. */
    public String label() {
        return label;
    }

    /**
     * Returns the layout with a name.
     *
     * @throws WrongSettingException if there is no such layout
     */
    public static Layout parse(String label) {
        return Arrays.stream(values())
                .filter(layout -> layout.label.equals(label))
                .findFirst()
                .orElseThrow(() ->
                        new WrongSettingException("there is no layout '" + label + "'. Choose one of: " + CHOICES));
    }
}
