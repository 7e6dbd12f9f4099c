package dev.pagetrack.stats;

import static com.fasterxml.jackson.databind.DeserializationFeature.ACCEPT_FLOAT_AS_INT;
import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES;
import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES;
import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;
import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pagetrack.table.DailyViews;
import dev.pagetrack.table.PageTotal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Snapshots to JSON and back: the format that {@code snapshot.schema.json} describes. */
final class SnapshotJson {

    /** Goes up when a reader of the version before would misunderstand the file. */
    static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(FAIL_ON_UNKNOWN_PROPERTIES, FAIL_ON_TRAILING_TOKENS)
            .enable(FAIL_ON_NULL_FOR_PRIMITIVES, FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectReader VERSIONS =
            MAPPER.readerFor(Versioned.class).without(FAIL_ON_UNKNOWN_PROPERTIES);

    /** Every version of the format has this. */
    private record Versioned(@JsonProperty(required = true) int version) {}

    private record Document(
            @JsonProperty(required = true) int version,
            @JsonProperty(required = true) String asOf,
            @JsonProperty(required = true) SortedMap<String, Total> totals,
            @JsonProperty(required = true) SortedMap<String, SortedMap<String, long[]>> months) {}

    private record Total(
            @JsonProperty(required = true) long views,
            @JsonProperty(required = true) String first,
            @JsonProperty(required = true) String last) {

        PageTotal value() {
            return new PageTotal(views, Instant.parse(first), Instant.parse(last));
        }
    }

    private SnapshotJson() {}

    /** Writes a snapshot, one value a line, and leaves the stream open. */
    static void write(Snapshot snapshot, OutputStream out) throws IOException {
        var totals = new TreeMap<String, Total>();
        snapshot.totals().forEach((page, total) -> totals.put(page, total(total)));
        var months = new TreeMap<String, SortedMap<String, long[]>>();
        snapshot.months().forEach((month, pages) -> {
            var days = new TreeMap<String, long[]>();
            pages.forEach((page, daily) -> days.put(page, days(daily, month)));
            months.put(month.toString(), days);
        });
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        var document = new Document(VERSION, snapshot.asOf().toString(), totals, months);
        out.write(MAPPER.writer(printer).writeValueAsBytes(document));
        out.write('\n');
    }

    /**
     * Reads a snapshot.
     *
     * @throws IOException if the bytes are no snapshot, or one of a newer version, with a sentence that says which
     */
    static Snapshot read(byte[] json) throws IOException {
        try {
            int version = VERSIONS.<Versioned>readValue(json).version();
            if (version != VERSION) {
                throw new IOException(
                        "it has version " + version + ", and this version of pagetrack reads " + VERSION + " only.");
            }
            return snapshot(MAPPER.readValue(json, Document.class));
        } catch (JsonProcessingException e) {
            throw new IOException("it is damaged (" + e.getOriginalMessage() + ", " + place(e) + ").", e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("it is damaged (" + e.getMessage() + ").", e);
        }
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "in its structure" : "line " + at.getLineNr();
    }

    private static Snapshot snapshot(Document document) {
        var totals = new TreeMap<String, PageTotal>();
        document.totals().forEach((page, total) -> totals.put(page, total.value()));
        var months = new TreeMap<YearMonth, SortedMap<String, DailyViews>>();
        document.months().forEach((month, pages) -> {
            var daily = new TreeMap<String, DailyViews>();
            pages.forEach((page, days) -> daily.put(page, DailyViews.of(checked(days))));
            months.put(YearMonth.parse(month), daily);
        });
        return new Snapshot(Instant.parse(document.asOf()), totals, months);
    }

    private static Total total(PageTotal total) {
        return new Total(total.views(), total.first().toString(), total.last().toString());
    }

    /** Up to the last day that has views. */
    private static long[] days(DailyViews daily, YearMonth month) {
        int last = month.lengthOfMonth();
        while (last > 0 && daily.on(last) == 0) {
            last--;
        }
        var days = new long[last];
        Arrays.setAll(days, i -> daily.on(i + 1));
        return days;
    }

    private static long[] checked(long[] days) {
        if (Arrays.stream(days).anyMatch(views -> views < 0)) {
            throw new IllegalArgumentException("views must not be negative: " + Arrays.toString(days));
        }
        return days;
    }
}
