package dev.pagetrack.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagetrack.PlainText;
import dev.pagetrack.ingest.DryRunReport.PassedOver;
import dev.pagetrack.ingest.DryRunReport.Rejected;
import dev.pagetrack.log.Rejection;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the reports of ingestions and dry runs as JSON files: the figures of the log, and those of all pages. */
public final class ReportJson {

    private static final JsonFactory JSON = new JsonFactory();

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private ReportJson() {}

    /** Writes the report of a dry run. Missing parent folders of the file are created. */
    public static void write(DryRunReport report, Path file) throws IOException {
        write(file, json -> {
            json.writeNumberField("objects", report.objects());
            passedOver(report.passedOver(), json);
            json.writeNumberField("lines", report.lines());
            json.writeNumberField("counted", report.counted());
            byReason("rejected", report.rejected(), json);
            byReason("suspected", report.suspected(), json);
            unreadable(report.unreadable(), json);
            json.writeObjectFieldStart("pages");
            for (var page : report.pages().entrySet()) {
                json.writeNumberField(page.getKey(), page.getValue());
            }
            json.writeEndObject();
            if (report.difference().isPresent()) {
                difference(report.difference().get(), json);
            }
        });
    }

    /** Writes the report of an ingestion. Missing parent folders of the file are created. */
    public static void write(IngestReport report, Path file) throws IOException {
        write(file, json -> {
            json.writeNumberField("objects", report.objects());
            passedOver(report.passedOver(), json);
            json.writeNumberField("skipped", report.skipped());
            json.writeNumberField("lines", report.lines());
            json.writeNumberField("counted", report.counted());
            json.writeNumberField("added", report.added());
            json.writeNumberField("known", report.known());
            json.writeNumberField("writeUnits", report.writeUnits());
            byReason("rejected", report.rejected(), json);
            byReason("suspected", report.suspected(), json);
            unreadable(report.unreadable(), json);
        });
    }

    private static void write(Path file, Content content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        }
        Files.writeString(file, PlainText.escaped(text.toString()));
    }

    private static void passedOver(Map<String, PassedOver> passedOver, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("passedOver");
        for (var kind : passedOver.entrySet()) {
            json.writeObjectFieldStart(kind.getKey());
            json.writeNumberField("objects", kind.getValue().objects());
            json.writeStringField("file", kind.getValue().first());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void byReason(String name, Map<Rejection, Rejected> reasons, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (var reason : reasons.entrySet()) {
            json.writeObjectFieldStart(reason.getKey().label());
            json.writeNumberField("lines", reason.getValue().lines());
            json.writeStringField("meaning", reason.getKey().meaning());
            json.writeStringField("file", reason.getValue().file());
            json.writeNumberField("line", reason.getValue().line());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void difference(PolicyDifference difference, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("policyB");
        json.writeNumberField("counted", difference.counted());
        json.writeArrayFieldStart("changes");
        for (var change : difference.changes()) {
            json.writeStartObject();
            json.writeStringField("a", change.a().map(Rejection::label).orElse("counted"));
            json.writeStringField("b", change.b().map(Rejection::label).orElse("counted"));
            json.writeNumberField("lines", change.lines());
            json.writeStringField("file", change.file());
            json.writeNumberField("line", change.line());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("pages");
        for (var page : difference.pages().entrySet()) {
            json.writeObjectFieldStart(page.getKey());
            json.writeNumberField("a", page.getValue().a());
            json.writeNumberField("b", page.getValue().b());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void unreadable(List<String> unreadable, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("unreadable");
        for (var why : unreadable) {
            json.writeString(why);
        }
        json.writeEndArray();
    }
}
