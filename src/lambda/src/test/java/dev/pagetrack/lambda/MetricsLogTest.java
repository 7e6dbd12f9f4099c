package dev.pagetrack.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.ingest.DeliveredObject;
import dev.pagetrack.ingest.DeliveredObject.AlreadyIngested;
import dev.pagetrack.ingest.DeliveredObject.Counted;
import dev.pagetrack.ingest.DeliveredObject.Result;
import dev.pagetrack.ingest.DeliveredObject.Unreadable;
import dev.pagetrack.ingest.DeliveryReport;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.table.ledger.LedgerReport;
import dev.pagetrack.table.ledger.ObjectSummary;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsLogTest {

    private static final String METRICS = "{\"_aws\":{\"Timestamp\":1777816800000,\"CloudWatchMetrics\":[{"
            + "\"Namespace\":\"pagetrack\",\"Dimensions\":[[\"Table\"]],\"Metrics\":["
            + "{\"Name\":\"Objects\",\"Unit\":\"Count\"},{\"Name\":\"Failures\",\"Unit\":\"Count\"},"
            + "{\"Name\":\"Lines\",\"Unit\":\"Count\"},{\"Name\":\"Counted\",\"Unit\":\"Count\"},"
            + "{\"Name\":\"Rejected\",\"Unit\":\"Count\"},{\"Name\":\"WriteUnits\",\"Unit\":\"Count\"},"
            + "{\"Name\":\"Milliseconds\",\"Unit\":\"Milliseconds\"}]}]},";

    private final List<String> lines = new ArrayList<>();
    private final Clock clock = Clock.fixed(Instant.parse("2026-05-03T14:00:00Z"), ZoneOffset.UTC);
    private final MetricsLog log = new MetricsLog(lines::add, clock, "Views");

    @Test
    void writesOneLineWithMetricsForEachObject() {
        var summary = new ObjectSummary(
                "s3://b/a",
                "cloudfront",
                10,
                7,
                Map.of(Rejection.BOT, 2L, Rejection.MALFORMED, 1L),
                Map.of(),
                Map.of(Rejection.OUTDATED, 3L, Rejection.HOSTING, 2L),
                Map.of(),
                Optional.empty());
        log.write(report(new Counted(summary)));
        assertThat(lines)
                .containsExactly(METRICS
                        + "\"level\":\"INFO\",\"Table\":\"Views\",\"object\":\"s3://b/a\",\"outcome\":\"done\","
                        + "\"message\":\"7 of 10 lines counted\",\"Objects\":1,\"Failures\":0,\"Lines\":10,"
                        + "\"Counted\":7,\"Rejected\":3,\"format\":\"cloudfront\","
                        + "\"reasons\":{\"" + Rejection.MALFORMED.label() + "\":1,\"" + Rejection.BOT.label()
                        + "\":2},\"suspected\":{\"hosting\":2,\"outdated\":3},\"WriteUnits\":21,\"Milliseconds\":12}");
    }

    @Test
    void saysWhyAnObjectWasPassedOver() {
        var summary = new ObjectSummary(
                "s3://b/a",
                "no-views",
                0,
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.of("a test file of a load balancer"));
        log.write(report(new Counted(summary)));
        assertThat(lines)
                .singleElement()
                .asString()
                .contains(
                        "\"level\":\"INFO\"",
                        "\"outcome\":\"done\"",
                        "\"message\":\"passed over: it is a test file of a load balancer, which holds no page views\"",
                        "\"Failures\":0");
    }

    @Test
    void dividesTheWriteUnitsByTheRowsOfEachObject() {
        log.write(new DeliveryReport(
                List.of(
                        delivered("none", counted(0)),
                        delivered("nine", counted(9)),
                        delivered("known", new AlreadyIngested())),
                new LedgerReport(9, 0, 33)));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("\"WriteUnits\":3,");
        assertThat(lines.get(1)).contains("\"WriteUnits\":30,");
        assertThat(lines.get(2)).contains("\"message\":\"ingested before\"", "\"WriteUnits\":0,");
    }

    @Test
    void writesNoDataAboutReaders() {
        log.write(report(
                new Unreadable("s3://b/a is not a log: it begins with \"203.0.113.7 - - \"Mozilla\". Leave it.")));
        assertThat(lines)
                .hasSize(1)
                .first()
                .asString()
                .contains("it begins with \\\"…\\\". Leave it.", "\"Failures\":1")
                .doesNotContain("203.0.113.7", "Mozilla");
    }

    private static DeliveryReport report(Result result) {
        return new DeliveryReport(List.of(delivered("s3://b/a", result)), new LedgerReport(7, 0, 21));
    }

    private static DeliveredObject delivered(String name, Result result) {
        return new DeliveredObject(new Named(name), result, Duration.ofMillis(12));
    }

    private static Counted counted(long views) {
        return new Counted(new ObjectSummary("s3://b/a", "cloudfront", views, views, Map.of(), Map.of()));
    }

    private record Named(String name) implements LogObject {
        @Override
        public LogObjectId id() {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open() {
            throw new UnsupportedOperationException();
        }
    }
}
