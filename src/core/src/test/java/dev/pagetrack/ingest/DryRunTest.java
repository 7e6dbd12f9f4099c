package dev.pagetrack.ingest;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.ingest.DryRunReport.Rejected;
import dev.pagetrack.ingest.PolicyDifference.Change;
import dev.pagetrack.ingest.PolicyDifference.PageViews;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.source.FileLogObject;
import dev.pagetrack.suspect.HostingNetworks;
import dev.pagetrack.suspect.SuspectRules;
import dev.pagetrack.view.AddressRanges;
import dev.pagetrack.view.PagePolicy;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {

    private static final String COMBINED =
            "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"GET %s HTTP/1.1\" %s 12 \"-\" \"%s\"";
    private static final String FIREFOX = "Mozilla/5.0 (X11) Firefox/122.0";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String CLOUDFRONT = "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) asn";

    @TempDir
    private Path folder;

    @Test
    void countsPagesAndReasonsWithTheFirstExampleOfEach() {
        var report = run(
                TestLogs.of("one", line("/b/", 200), line("/a/", 200), "damaged", line("/a/", 404), line("/a/?x", 200)),
                TestLogs.of("two", line("/x.css", 200), line("/a/", 500), line("/c/", 304)),
                TestLogs.of("none", new byte[0]));
        assertThat(report.objects()).isEqualTo(3);
        assertThat(report.lines()).isEqualTo(8);
        assertThat(report.counted()).isEqualTo(4);
        assertThat(report.rejected())
                .containsExactly(
                        entry(Rejection.MALFORMED, new Rejected(1, "one", 3)),
                        entry(Rejection.STATUS, new Rejected(2, "one", 4)),
                        entry(Rejection.NOT_A_PAGE, new Rejected(1, "two", 1)));
        assertThat(report.pages()).containsExactly(entry("a/", 2L), entry("b/", 1L), entry("c/", 1L));
    }

    @Test
    void reportsTheSameWithAnyNumberOfThreads() {
        var logs = IntStream.range(0, 50)
                .mapToObj(i -> TestLogs.of("log " + i, line("/" + i % 7 + "/", 200), line("/", 400 + i)))
                .toList();
        var one = new DryRun(ViewPolicy.DEFAULT, 1).run(logs);
        assertThat(one.rejected()).containsExactly(entry(Rejection.STATUS, new Rejected(50, "log 0", 2)));
        for (int threads = 2; threads < 6; threads++) {
            assertThat(new DryRun(ViewPolicy.DEFAULT, threads).run(logs)).isEqualTo(one);
        }
    }

    @Test
    void listsUnreadableObjectsAndCountsNothingOfThem() {
        var gzip = LogBytes.gzip(line("/cut/", 200) + "\n");
        var report = run(
                TestLogs.of("notes", "Dear diary"),
                TestLogs.of("one", line("/", 200)),
                TestLogs.of("cut", Arrays.copyOf(gzip, gzip.length - 4)),
                TestLogs.of("poor", "#Fields: date time cs-uri-stem", "2026-05-03\t12:17:39\t/"));
        assertThat(report.objects()).isEqualTo(1);
        assertThat(report.pages()).containsExactly(entry("/", 1L));
        assertThat(report.unreadable())
                .satisfiesExactly(
                        why -> assertThat(why).startsWith("notes is not a log that pagetrack reads"),
                        why -> assertThat(why).startsWith("cut is damaged"),
                        why -> assertThat(why)
                                .startsWith("poor has no field cs-method, sc-status, cs(User-Agent), which is needed"));
    }

    @Test
    void requiresNoUserAgentInTheCommonFormat() {
        var common = "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"GET / HTTP/1.1\" 200 12";
        assertThat(run(TestLogs.of("common", common, common)).counted()).isEqualTo(2);
        assertThat(run(TestLogs.of("combined", common + " \"-\" \"-\"")).rejected())
                .containsOnlyKeys(Rejection.EMPTY_USER_AGENT);
    }

    @Test
    void writesTheReportAsJson() throws IOException {
        var file = folder.resolve("a/b.json");
        var one = TestLogs.of("one", line("/b/", 200), line("/a/", 404));
        ReportJson.write(run(one, TestLogs.of("two", "{\"Records\":[]}")), file);
        assertThat(Files.readString(file).replaceAll("\\s+", " "))
                .isEqualTo("{ \"objects\" : 1, \"passedOver\" : { \"a CloudTrail log\" : { \"objects\" : 1,"
                        + " \"file\" : \"two\" } }, \"lines\" : 2, \"counted\" : 1, \"rejected\" : { \"status\" : {"
                        + " \"lines\" : 1, \"meaning\" : \"a status other than 200 or 304\", \"file\" : \"one\","
                        + " \"line\" : 2 } }, \"suspected\" : { }, \"unreadable\" : [ ], \"pages\" : { \"b/\" : 1 } }");
    }

    @Test
    void reportsWhatEachRuleWouldReject() throws IOException {
        var report = run(
                TestLogs.of("one", CLOUDFRONT, cloudFront("/a/", "3320"), cloudFront("/a/", "16509")),
                TestLogs.of("two", CLOUDFRONT, cloudFront("/b/", "16509"), cloudFront("/x.css", "16509"), "damaged"));
        assertThat(report.counted()).isEqualTo(3);
        assertThat(report.suspected()).containsExactly(entry(Rejection.HOSTING, new Rejected(2, "one", 3)));
        var file = folder.resolve("report.json");
        ReportJson.write(report, file);
        assertThat(Files.readString(file).replaceAll("\\s+", " "))
                .contains("\"suspected\" : { \"hosting\" : { \"lines\" : 2, \"meaning\" : \"an address of a hosting"
                        + " network\", \"file\" : \"one\", \"line\" : 3 } }");
    }

    @Test
    void reportsWhatAnotherPolicyCountsDifferently() throws IOException {
        var logs = List.of(
                TestLogs.of(
                        "one",
                        CLOUDFRONT,
                        cloudFront("/a/", "3320"),
                        cloudFront("/a/", "16509"),
                        cloudFront("/b/", "24940"),
                        cloudFront("/drafts/x/", "3320"),
                        cloudFront("//b/", "3320")),
                TestLogs.of("cut", "Dear diary"),
                TestLogs.of("two", CLOUDFRONT, cloudFront("/a/", "16509"), cloudFront("/drafts/x/", "16509")));
        var a = policy(List.of("drafts/**"), false);
        var b = policy(List.of(), true, "hosting");
        var report = new DryRun(a, Optional.of(b), 2, CLOCK).run(logs);
        assertThat(report).isEqualTo(new DryRun(a, Optional.of(b), 1, CLOCK).run(logs));
        assertThat(report.counted()).isEqualTo(4);
        assertThat(report.difference())
                .contains(new PolicyDifference(
                        3,
                        List.of(
                                new Change(Optional.empty(), Optional.of(Rejection.HOSTING), 3, "one", 3),
                                new Change(Optional.of(Rejection.PATH), Optional.empty(), 1, "one", 6),
                                new Change(Optional.of(Rejection.EXCLUDED), Optional.empty(), 1, "one", 5),
                                new Change(
                                        Optional.of(Rejection.EXCLUDED), Optional.of(Rejection.HOSTING), 1, "two", 3)),
                        Map.of("a/", new PageViews(3, 1), "drafts/x/", new PageViews(0, 1))));
        assertThat(report.difference().orElseThrow().pages().keySet()).containsExactly("a/", "drafts/x/");

        var file = folder.resolve("report.json");
        ReportJson.write(report, file);
        assertThat(Files.readString(file).replaceAll("\\s+", " "))
                .endsWith(", \"policyB\" : { \"counted\" : 3, \"changes\" : [ { \"a\" : \"counted\", \"b\" :"
                        + " \"hosting\", \"lines\" : 3, \"file\" : \"one\", \"line\" : 3 }, { \"a\" : \"path\","
                        + " \"b\" : \"counted\", \"lines\" : 1, \"file\" : \"one\", \"line\" : 6 }, { \"a\" :"
                        + " \"excluded\", \"b\" : \"counted\", \"lines\" : 1, \"file\" : \"one\", \"line\" : 5 }, {"
                        + " \"a\" : \"excluded\", \"b\" : \"hosting\", \"lines\" : 1, \"file\" : \"two\", \"line\" : 3"
                        + " } ], \"pages\" : { \"a/\" : { \"a\" : 3, \"b\" : 1 }, \"drafts/x/\" : { \"a\" : 0, \"b\" : 1 }"
                        + " } } }");
    }

    @Test
    void findsNoDifferenceBetweenEqualPolicies() {
        var report = new DryRun(ViewPolicy.DEFAULT, Optional.of(ViewPolicy.DEFAULT), 1, CLOCK)
                .run(List.of(TestLogs.of(
                        "one",
                        CLOUDFRONT,
                        cloudFront("/a/", "16509"),
                        cloudFront("/x.css", "1"),
                        cloudFront("/a/", "1").replace("2026", "2036"))));
        assertThat(report.rejected()).containsOnlyKeys(Rejection.NOT_A_PAGE, Rejection.DATE);
        assertThat(report.difference()).contains(new PolicyDifference(1, List.of(), Map.of()));
    }

    private static ViewPolicy policy(List<String> excludes, boolean mergeSlashes, String... suspects) {
        return new ViewPolicy(
                Set.of(),
                PagePolicy.of(PagePatterns.of(List.of(), excludes), List.of(), mergeSlashes),
                AddressRanges.NONE,
                SuspectRules.of(List.of(suspects), HostingNetworks.BUNDLED),
                Optional.empty());
    }

    private static String cloudFront(String path, String asn) {
        return "2026-05-03\t12:17:39\tGET\t" + path + "\t200\tMozilla/5.0%20Firefox/122.0\t" + asn;
    }

    @Test
    void escapesInvisibleCharactersInTheReport() throws IOException {
        var file = folder.resolve("report.json");
        ReportJson.write(run(TestLogs.of("\u202egol\u009b", line("/a/", 404))), file);
        assertThat(Files.readString(file)).contains("\\u202egol\\u009b").doesNotContain("\u202e", "\u009b");
    }

    @Test
    void reportsItsProgress() throws IOException {
        var file = new FileLogObject(Files.writeString(folder.resolve("log"), (line("/", 404) + "\n").repeat(30_000)));
        var reported = Collections.synchronizedList(new ArrayList<IngestProgress>());
        new DryRun(ViewPolicy.DEFAULT, 1).run(List.of(file), reported::add);
        long size = file.size().orElseThrow();
        assertThat(reported)
                .extracting(IngestProgress::doneBytes)
                .isSorted()
                .anyMatch(done -> done < size)
                .last()
                .isEqualTo(size);
        assertThat(reported).allMatch(progress -> progress.bytes() == size && progress.objects() == 1);
    }

    private static DryRunReport run(LogObject... logs) {
        return new DryRun(ViewPolicy.DEFAULT, 2).run(List.of(logs));
    }

    private static String line(String target, int status) {
        return COMBINED.formatted(target, Integer.toString(status), FIREFOX);
    }
}
