package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.view.View;

/**
 * A property of a view whose values are counted: a raw view has an attribute for its value, and a {@code MONTH} item has
 * an attribute for each value, with the number of views.
 */
public enum ViewProperty {
    BROWSER(Attributes.BROWSER, Attributes.BROWSER_COUNT, 10),
    COUNTRY(Attributes.COUNTRY, Attributes.COUNTRY_COUNT, 20),
    REFERRER(Attributes.REFERRER, Attributes.REFERRER_COUNT, 20);

    private final String attribute;
    private final String countPrefix;
    private final int cap;

    ViewProperty(String attribute, String countPrefix, int cap) {
        this.attribute = attribute;
        this.countPrefix = countPrefix;
        this.cap = cap;
    }

    /** The attribute of a raw view. {@link Attributes#view} reads it back. */
    String attribute() {
        return attribute;
    }

    /** What the names of the attributes of a {@code MONTH} item begin with; the value follows. */
    public String countPrefix() {
        return countPrefix;
    }

    /** How many values of a {@code MONTH} item have an attribute of their own. */
    int cap() {
        return cap;
    }

    /** The value of a view; empty if it is unknown. */
    public String value(View view) {
        return switch (this) {
            case BROWSER -> view.browser();
            case COUNTRY -> view.country();
            case REFERRER -> view.referrer();
        };
    }
}
