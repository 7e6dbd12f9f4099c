package dev.pagetrack.table.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The parts of an update, and on what condition it is made. Names and values stand behind placeholders: many of our names are reserved words. */
public final class Expression {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();
    private final List<String> additions = new ArrayList<>();
    private final Map<String, Long> gains = new HashMap<>();
    private final List<String> settings = new ArrayList<>();
    private final List<String> removals = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();

    public void add(String name, long value) {
        additions.add(name(name) + " " + value(value));
        gains.put(name, value);
    }

    /** Sets an attribute, on condition that it is absent or compares so to the new value. */
    public void setIf(String name, String comparison, long value) {
        var nameHolder = name(name);
        var valueHolder = value(value);
        settings.add(nameHolder + " = " + valueHolder);
        conditions.add("(attribute_not_exists(" + nameHolder + ") OR " + nameHolder + comparison + valueHolder + ")");
    }

    /** What is added, by attribute name. */
    public Map<String, Long> gains() {
        return gains;
    }

    /**
     * Sets an attribute, or removes it, on condition that it still is as it was read.
     *
     * @param next what it is to be; null for nothing
     */
    public void replace(Map<String, AttributeValue> item, String name, AttributeValue next) {
        if (next == null) {
            remove(name);
        } else {
            settings.add(name(name) + " = " + value(next));
        }
        requireAsRead(item, name);
    }

    public void set(String name, long value) {
        set(name, Attributes.number(value));
    }

    public void set(String name, AttributeValue value) {
        settings.add(name(name) + " = " + value(value));
    }

    /** Sets an attribute, unless it is there. */
    public void setIfAbsent(String name, AttributeValue value) {
        var holder = name(name);
        settings.add(holder + " = if_not_exists(" + holder + ", " + value(value) + ")");
    }

    public void remove(String name) {
        removals.add(name(name));
    }

    /** Only if the item still has this attribute as it was read, or still lacks it. */
    public void requireAsRead(Map<String, AttributeValue> item, String name) {
        var holder = name(name);
        var read = item.get(name);
        conditions.add(read == null ? "attribute_not_exists(" + holder + ")" : holder + " = " + value(read));
    }

    /** What is changed, or null if nothing is, as the SDK wants it. */
    public String update() {
        var clauses = new ArrayList<String>();
        clause(clauses, "SET ", settings);
        clause(clauses, "REMOVE ", removals);
        clause(clauses, "ADD ", additions);
        return clauses.isEmpty() ? null : String.join(" ", clauses);
    }

    private static void clause(List<String> clauses, String keyword, List<String> parts) {
        if (!parts.isEmpty()) {
            clauses.add(keyword + String.join(", ", parts));
        }
    }

    /** The condition, or null without one, as the SDK wants it. */
    public String condition() {
        return conditions.isEmpty() ? null : String.join(" AND ", conditions);
    }

    /** What the placeholders of names stand for, or null without one, as the SDK wants it. */
    public Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    /** What the placeholders of values stand for, or null without one, as the SDK wants it. */
    public Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }

    private String name(String name) {
        var holder = "#" + names.size();
        names.put(holder, name);
        return holder;
    }

    private String value(long value) {
        return value(Attributes.number(value));
    }

    private String value(AttributeValue value) {
        var holder = ":" + values.size();
        values.put(holder, value);
        return holder;
    }
}
