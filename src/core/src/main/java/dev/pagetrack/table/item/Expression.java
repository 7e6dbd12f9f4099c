package dev.pagetrack.table.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Builds an update expression and its condition. All names and values are written as placeholders, because many of our
 * attribute names are reserved words of DynamoDB.
 */
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

    /**
     * Sets an attribute, on condition that it is absent or its old value compares to the new one as given.
     *
     * @param comparison an operator with spaces around it, such as {@code " < "}: old value on the left
     */
    public void setIf(String name, String comparison, long value) {
        var namePlaceholder = name(name);
        var valuePlaceholder = value(value);
        settings.add(namePlaceholder + " = " + valuePlaceholder);
        conditions.add("(attribute_not_exists(" + namePlaceholder + ") OR " + namePlaceholder + comparison
                + valuePlaceholder + ")");
    }

    /**
     * Adds the condition that an attribute exists and compares to a value as given.
     *
     * @param comparison an operator with spaces around it, such as {@code " <= "}: the attribute on the left
     */
    public void require(String name, String comparison, long value) {
        conditions.add(name(name) + comparison + value(value));
    }

    /** Returns the numbers that are added, by attribute name. */
    public Map<String, Long> gains() {
        return gains;
    }

    /**
     * Sets or removes an attribute, on condition that it has not changed since it was read.
     *
     * @param item the item as it was read
     * @param next the new value; null to remove the attribute
     */
    public void replace(Map<String, AttributeValue> item, String name, @Nullable AttributeValue next) {
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

    /** Sets an attribute if it is absent. */
    public void setIfAbsent(String name, AttributeValue value) {
        var placeholder = name(name);
        settings.add(placeholder + " = if_not_exists(" + placeholder + ", " + value(value) + ")");
    }

    public void remove(String name) {
        removals.add(name(name));
    }

    /** Adds the condition that an attribute has not changed since the item was read: same value, or still absent. */
    public void requireAsRead(Map<String, AttributeValue> item, String name) {
        var placeholder = name(name);
        var read = item.get(name);
        conditions.add(read == null ? "attribute_not_exists(" + placeholder + ")" : placeholder + " = " + value(read));
    }

    /** Returns the update expression, or null if nothing is changed, as the SDK expects it. */
    public @Nullable String update() {
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

    /** Returns the condition, or null if there is none, as the SDK expects it. */
    public @Nullable String condition() {
        return conditions.isEmpty() ? null : String.join(" AND ", conditions);
    }

    /** Returns the attribute names by placeholder, or null if there are none, as the SDK expects it. */
    public @Nullable Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    /** Returns the values by placeholder, or null if there are none, as the SDK expects it. */
    public @Nullable Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }

    private String name(String name) {
        var placeholder = "#" + names.size();
        names.put(placeholder, name);
        return placeholder;
    }

    private String value(long value) {
        return value(Attributes.number(value));
    }

    private String value(AttributeValue value) {
        var placeholder = ":" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }
}
