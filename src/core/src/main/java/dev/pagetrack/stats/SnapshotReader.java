package dev.pagetrack.stats;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pagetrack.figures.CountedTime;
import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one snapshot from JSON. It is strict: anything that the schema does not define is an error. */
final class SnapshotReader {

    private static final int LENGTH_OF_SECONDS = "2026-03-02T03:04:05Z".length();

    private final JsonParser json;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> fields = new HashSet<>();
    private int version;
    private Optional<String> table = Optional.empty();
    private Optional<String> siteId = Optional.empty();
    private long rebuilds;
    private @Nullable Instant asOf;
    private @Nullable SortedMap<String, PageTotal> totals;
    private @Nullable SortedMap<YearMonth, SortedMap<String, DailyViews>> months;
    private SortedMap<YearMonth, SortedMap<String, SortedMap<String, Long>>> referrers = new TreeMap<>();

    SnapshotReader(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads the snapshot.
     *
     * @throws IOException if the JSON is no snapshot, or one of another version
     * @throws java.time.DateTimeException if an instant or a month is malformed
     * @throws IllegalArgumentException if another value is malformed
     */
    Snapshot read() throws IOException {
        require(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            field(json.currentName());
        }
        requireField("version", version);
        var readAsOf = requireField("asOf", asOf);
        var readTotals = requireField("totals", totals);
        var readMonths = requireField("months", months);
        if (json.nextToken() != null) {
            throw damaged("there is more text after its end");
        }
        return new Snapshot(
                table.map(name -> new SnapshotSource(name, siteId)),
                readAsOf,
                readTotals,
                readMonths,
                referrers,
                rebuilds);
    }

    private void field(String name) throws IOException {
        if (!fields.add(name)) {
            throw duplicate(name);
        }
        switch (name) {
            case "version" -> version = version();
            case "table" -> table = Optional.of(text());
            case "siteId" -> siteId = Optional.of(text());
            case "rebuilds" -> rebuilds = number();
            case "asOf" -> asOf = possible(instant());
            case "totals" -> totals = totals();
            case "months" -> months = byMonth(this::days);
            case "referrers" -> referrers = byMonth(this::hosts);
            default -> throw damaged("there is no field \"" + name + "\"");
        }
    }

    private Instant possible(Instant instant) throws IOException {
        if (!CountedTime.contains(instant)) {
            throw damaged("\"asOf\" should be from " + CountedTime.EARLIEST + " to " + CountedTime.END + ", but is "
                    + instant);
        }
        return instant;
    }

    private int version() throws IOException {
        long found = number();
        if (found != SnapshotJson.VERSION) {
            throw new IOException("it has version " + found + ", but this version of pagetrack reads only version "
                    + SnapshotJson.VERSION + ".");
        }
        return SnapshotJson.VERSION;
    }

    private SortedMap<String, PageTotal> totals() throws IOException {
        var read = new TreeMap<String, PageTotal>();
        require(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            add(read, page(), total());
        }
        return read;
    }

    private PageTotal total() throws IOException {
        @Nullable Long views = null;
        @Nullable Instant first = null;
        @Nullable Instant last = null;
        @Nullable Boolean inLowerCase = null;
        require(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "views" -> views = only(views, number());
                case "first" -> first = only(first, instant());
                case "last" -> last = only(last, instant());
                case "inLowerCase" -> inLowerCase = only(inLowerCase, truth());
                default -> throw damaged("there is no field \"" + json.currentName() + "\"");
            }
        }
        return new PageTotal(
                requireField("views", views),
                requireField("first", first),
                requireField("last", last),
                inLowerCase != null && inLowerCase);
    }

    /** Reads one value. */
    private interface Value<T> {
        T read() throws IOException;
    }

    /** Reads an object of months, each an object of pages, each with a value. */
    private <T> SortedMap<YearMonth, SortedMap<String, T>> byMonth(Value<T> value) throws IOException {
        var read = new TreeMap<YearMonth, SortedMap<String, T>>();
        require(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var month = YearMonth.parse(json.currentName());
            var pages = new TreeMap<String, T>();
            require(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                add(pages, page(), value.read());
            }
            add(read, month, pages);
        }
        return read;
    }

    private SortedMap<String, Long> hosts() throws IOException {
        var read = new TreeMap<String, Long>();
        require(JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            add(read, page(), number());
        }
        return read;
    }

    private DailyViews days() throws IOException {
        var days = new long[DailyViews.DAYS];
        int length = 0;
        require(JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (length == days.length) {
                throw damaged("a month has no more than " + days.length + " days");
            }
            days[length++] = currentNumber();
        }
        return DailyViews.of(Arrays.copyOf(days, length));
    }

    /** Refuses duplicate names. The parser could do that, too, but would keep a set of all names beside this map. */
    private <K, V> void add(Map<K, V> all, K name, V value) throws IOException {
        if (all.put(name, value) != null) {
            throw duplicate(name);
        }
    }

    private <T> T only(@Nullable T before, T value) throws IOException {
        if (before != null) {
            throw duplicate(json.currentName());
        }
        return value;
    }

    private IOException duplicate(Object name) {
        return damaged("Duplicate field '" + name + "'");
    }

    /** Reads the name of a page or host. Equal names become the same string object, to save memory. */
    private String page() throws IOException {
        var name = json.currentName();
        var known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    private long number() throws IOException {
        json.nextToken();
        return currentNumber();
    }

    private long currentNumber() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw unexpected("a whole number");
        }
        long value = json.getLongValue();
        if (value < 0) {
            throw damaged("views must not be negative: " + value);
        }
        return value;
    }

    private boolean truth() throws IOException {
        json.nextToken();
        if (!json.currentToken().isBoolean()) {
            throw unexpected("true or false");
        }
        return json.getBooleanValue();
    }

    private String text() throws IOException {
        require(JsonToken.VALUE_STRING);
        return json.getText();
    }

    /**
     * Reads an instant. The form that pagetrack writes is parsed digit by digit: with {@link Instant#parse}, the two
     * instants of each page take half of the time to read a snapshot.
     */
    private Instant instant() throws IOException {
        var text = text();
        if (text.length() != LENGTH_OF_SECONDS || !text.endsWith("Z") || text.charAt(10) != 'T') {
            return Instant.parse(text);
        }
        for (int i = 0; i < LENGTH_OF_SECONDS - 1; i++) {
            char expected = "0000-00-00T00:00:00".charAt(i);
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return Instant.parse(text);
            }
        }
        return LocalDateTime.of(
                        100 * digits(text, 0) + digits(text, 2),
                        digits(text, 5),
                        digits(text, 8),
                        digits(text, 11),
                        digits(text, 14),
                        digits(text, 17))
                .toInstant(ZoneOffset.UTC);
    }

    private static int digits(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }

    private void require(JsonToken token) throws IOException {
        if (json.nextToken() != token) {
            throw unexpected(
                    switch (token) {
                        case START_OBJECT -> "an object";
                        case START_ARRAY -> "a list";
                        default -> "a text";
                    });
        }
    }

    private <T> T requireField(String name, @Nullable T value) throws IOException {
        if (value == null || value.equals(0)) {
            throw damaged("the field \"" + name + "\" is missing");
        }
        return value;
    }

    private IOException unexpected(String expected) throws IOException {
        var field = json.currentName();
        var found = json.currentToken() == null ? "the end" : json.getText();
        return damaged((field == null ? "" : "\"" + field + "\" ") + "should be " + expected + ", but is " + found);
    }

    private JsonParseException damaged(String why) {
        return new JsonParseException(json, why);
    }
}
