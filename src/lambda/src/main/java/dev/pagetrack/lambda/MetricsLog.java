package dev.pagetrack.lambda;

import dev.pagetrack.api.JsonText;
import dev.pagetrack.ingest.DeliveredObject;
import dev.pagetrack.ingest.DeliveredObject.Counted;
import dev.pagetrack.ingest.DeliveryReport;
import dev.pagetrack.log.Rejection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes one line of JSON for each object. CloudWatch Logs can search its fields, and makes metrics of those that the
 * field {@code _aws} lists. The line contains no address, user agent or credential.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Embedded
 *     metric format</a>
 */
final class MetricsLog {

    private static final String NAMESPACE = "pagetrack";
    private static final List<String> COUNTS =
            List.of("Objects", "Failures", "Lines", "Counted", "Rejected", "WriteUnits");

    private final Consumer<String> lines;
    private final Clock clock;
    private final String table;

    /** @param table the name of the table, which is the dimension of the metrics */
    MetricsLog(Consumer<String> lines, Clock clock, String table) {
        this.lines = lines;
        this.clock = clock;
        this.table = table;
    }

    void write(DeliveryReport report) {
        long all = report.objects().stream().mapToLong(MetricsLog::rows).sum();
        for (var object : report.objects()) {
            long units = share(report.written().writeUnits(), rows(object), all);
            lines.accept(JsonText.of(line(object, units)));
        }
    }

    /** The write units of one object. They are only known for all objects together, so they are divided by rows. */
    private static long share(long units, long rows, long all) {
        return all == 0 ? 0 : Math.round((double) units * rows / all);
    }

    /** How many rows were written for an object: its views, and the marker that it was ingested. */
    private static long rows(DeliveredObject delivered) {
        return delivered.result() instanceof Counted done ? done.summary().counted() + 1 : 0;
    }

    private Map<String, Object> line(DeliveredObject delivered, long writeUnits) {
        var outcome = Outcome.of(delivered);
        boolean failed = outcome.code() != Outcome.Code.DONE;
        var line = new LinkedHashMap<String, Object>();
        line.put("_aws", metrics());
        line.put("level", failed ? "ERROR" : "INFO");
        line.put("Table", table);
        line.put("object", delivered.object().name());
        line.put("outcome", outcome.code().name().toLowerCase(Locale.ROOT));
        line.put("message", outcome.text());
        line.put("Objects", 1);
        line.put("Failures", failed ? 1 : 0);
        line.put("Lines", 0);
        line.put("Counted", 0);
        line.put("Rejected", 0);
        if (delivered.result() instanceof Counted done) {
            var summary = done.summary();
            line.put("format", summary.format());
            line.put("Lines", summary.lines());
            line.put("Counted", summary.counted());
            line.put("Rejected", summary.lines() - summary.counted());
            line.put("reasons", byLabel(summary.rejected()));
            line.put("suspected", byLabel(summary.suspected()));
        }
        line.put("WriteUnits", writeUnits);
        line.put("Milliseconds", delivered.time().toMillis());
        return line;
    }

    private static Map<String, Long> byLabel(Map<Rejection, Long> numbers) {
        var byLabel = new LinkedHashMap<String, Long>();
        new TreeMap<>(numbers).forEach((reason, number) -> byLabel.put(reason.label(), number));
        return byLabel;
    }

    private Map<String, Object> metrics() {
        var directive = new LinkedHashMap<String, Object>();
        directive.put("Namespace", NAMESPACE);
        directive.put("Dimensions", List.of(List.of("Table")));
        var metrics = new ArrayList<Map<String, String>>();
        COUNTS.forEach(name -> metrics.add(metric(name, "Count")));
        metrics.add(metric("Milliseconds", "Milliseconds"));
        directive.put("Metrics", metrics);
        var aws = new LinkedHashMap<String, Object>();
        aws.put("Timestamp", clock.millis());
        aws.put("CloudWatchMetrics", List.of(directive));
        return aws;
    }

    private static Map<String, String> metric(String name, String unit) {
        var metric = new LinkedHashMap<String, String>();
        metric.put("Name", name);
        metric.put("Unit", unit);
        return metric;
    }
}
