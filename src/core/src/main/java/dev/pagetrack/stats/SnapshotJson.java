package dev.pagetrack.stats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.SortedMap;

/**
 * Writes and reads snapshots as JSON, in the format that {@code snapshot.schema.json} describes. It uses Jackson's
 * streaming API: data binding took four times as long in a short build, most of it for its initialization.
 */
final class SnapshotJson {

    /** The version of the format. It is increased when readers of the previous version would misunderstand the file. */
    static final int VERSION = 1;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // most names are pages, each read only once for each month
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private SnapshotJson() {}

    /** Writes a snapshot, each value on its own line, and leaves the stream open. */
    static void write(Snapshot snapshot, OutputStream out) throws IOException {
        try (var json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            if (snapshot.source().isPresent()) {
                write(snapshot.source().get(), json);
            }
            if (snapshot.rebuilds() > 0) {
                json.writeNumberField("rebuilds", snapshot.rebuilds());
            }
            json.writeStringField("asOf", snapshot.asOf().toString());
            json.writeObjectFieldStart("totals");
            for (var page : snapshot.totals().entrySet()) {
                write(page.getKey(), page.getValue(), json);
            }
            json.writeEndObject();
            json.writeObjectFieldStart("months");
            for (var month : snapshot.months().entrySet()) {
                write(month.getKey(), month.getValue(), json);
            }
            json.writeEndObject();
            if (!snapshot.referrers().isEmpty()) {
                writeReferrers(snapshot.referrers(), json);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(SnapshotSource source, JsonGenerator json) throws IOException {
        json.writeStringField("table", source.table());
        if (source.siteId().isPresent()) {
            json.writeStringField("siteId", source.siteId().get());
        }
    }

    private static void write(String page, PageTotal total, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(page);
        json.writeNumberField("views", total.views());
        json.writeStringField("first", total.first().toString());
        json.writeStringField("last", total.last().toString());
        if (total.inLowerCase()) {
            json.writeBooleanField("inLowerCase", true);
        }
        json.writeEndObject();
    }

    private static void write(YearMonth month, SortedMap<String, DailyViews> pages, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(month.toString());
        for (var page : pages.entrySet()) {
            json.writeFieldName(page.getKey());
            var days = page.getValue().upToTheLastViewed();
            json.writeArray(days, 0, days.length);
        }
        json.writeEndObject();
    }

    private static void writeReferrers(
            SortedMap<YearMonth, ? extends SortedMap<String, SortedMap<String, Long>>> months, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart("referrers");
        for (var month : months.entrySet()) {
            json.writeObjectFieldStart(month.getKey().toString());
            for (var page : month.getValue().entrySet()) {
                json.writeObjectFieldStart(page.getKey());
                for (var host : page.getValue().entrySet()) {
                    json.writeNumberField(host.getKey(), host.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /**
     * Reads a snapshot.
     *
     * @throws IOException if the bytes are no snapshot, or one of another version, with a message that says which
     */
    static Snapshot read(byte[] json) throws IOException {
        try (var parser = JSON.createParser(json)) {
            return new SnapshotReader(parser).read();
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
}
