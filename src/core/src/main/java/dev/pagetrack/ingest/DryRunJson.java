package dev.pagetrack.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A dry run's report as a JSON file: the same figures as in the log, and all pages. */
public final class DryRunJson {

    private static final JsonFactory JSON = new JsonFactory();

    private DryRunJson() {}

    /** Writes a report, and the folders above its file where they are missing. */
    public static void write(DryRunReport report, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                var json = JSON.createGenerator(writer).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("objects", report.objects());
            json.writeNumberField("lines", report.lines());
            json.writeNumberField("counted", report.counted());
            writeRejected(report, json);
            json.writeObjectFieldStart("pages");
            for (var page : report.pages().entrySet()) {
                json.writeNumberField(page.getKey(), page.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void writeRejected(DryRunReport report, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("rejected");
        for (var reason : report.rejected().entrySet()) {
            json.writeObjectFieldStart(reason.getKey().label());
            json.writeNumberField("lines", reason.getValue().lines());
            json.writeStringField("meaning", reason.getKey().meaning());
            json.writeStringField("file", reason.getValue().file());
            json.writeNumberField("line", reason.getValue().line());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
