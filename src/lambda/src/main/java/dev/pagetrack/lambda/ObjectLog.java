package dev.pagetrack.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pagetrack.ingest.Delivered;
import dev.pagetrack.ingest.Delivered.Counted;
import dev.pagetrack.ingest.DeliveryReport;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes one line of JSON for each object: what CloudWatch Logs can be asked for, and, by the {@code _aws} in it, makes
 * metrics of. No address, user agent or credential stands in it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>
 */
final class ObjectLog {

    private static final String NAMESPACE = "pagetrack";
    private static final List<String> COUNTS =
            List.of("Objects", "Failures", "Lines", "Counted", "Rejected", "WriteUnits");

    private final Consumer<String> lines;
    private final Clock clock;
    private final String table;

    /** @param table the table's name, which metrics are told apart by */
    ObjectLog(Consumer<String> lines, Clock clock, String table) {
        this.lines = lines;
        this.clock = clock;
        this.table = table;
    }

    void write(DeliveryReport report) {
        long counted = report.objects().stream().mapToLong(ObjectLog::counted).sum();
        for (var object : report.objects()) {
            long units = share(report.written().writeUnits(), counted(object), counted);
            lines.accept(line(object, units).toString());
        }
    }

    /** What was written together cannot be told apart: each object takes its share, by its views. */
    private static long share(long units, long counted, long all) {
        return all == 0 ? 0 : Math.round((double) units * counted / all);
    }

    private static long counted(Delivered delivered) {
        return delivered.result() instanceof Counted done ? done.summary().counted() : 0;
    }

    private ObjectNode line(Delivered delivered, long writeUnits) {
        var outcome = Outcome.of(delivered);
        boolean failed = outcome.code() != Outcome.Code.DONE;
        var line = JsonNodeFactory.instance.objectNode();
        line.set("_aws", metrics());
        line.put("level", failed ? "ERROR" : "INFO");
        line.put("Table", table);
        line.put("object", delivered.object().name());
        line.put("outcome", outcome.code().name().toLowerCase(Locale.ROOT));
        line.put("message", outcome.text());
        line.put("Objects", 1);
        line.put("Failures", failed ? 1 : 0);
        line.put("Lines", 0).put("Counted", 0).put("Rejected", 0);
        if (delivered.result() instanceof Counted done) {
            var summary = done.summary();
            line.put("format", summary.format());
            line.put("Lines", summary.lines());
            line.put("Counted", summary.counted());
            line.put("Rejected", summary.lines() - summary.counted());
            var reasons = line.putObject("reasons");
            new TreeMap<>(summary.rejected()).forEach((reason, count) -> reasons.put(reason.label(), count));
        }
        line.put("WriteUnits", writeUnits);
        line.put("Milliseconds", delivered.time().toMillis());
        return line;
    }

    private ObjectNode metrics() {
        var aws = JsonNodeFactory.instance.objectNode();
        aws.put("Timestamp", clock.millis());
        var directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add("Table");
        var metrics = directive.putArray("Metrics");
        COUNTS.forEach(name -> metrics.addObject().put("Name", name).put("Unit", "Count"));
        metrics.addObject().put("Name", "Milliseconds").put("Unit", "Milliseconds");
        return aws;
    }
}
