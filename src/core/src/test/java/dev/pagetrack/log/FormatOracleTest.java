package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.testing.Seed;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares each format with its oracle, a simple and slow reader, on the lines of its corpus and on random mutations of
 * them.
 */
class FormatOracleTest {

    private static final int MUTATIONS = 20_000;

    /** Bytes that have a meaning in one of the formats, and some that have no meaning in any. */
    private static final String BYTES =
            "\" \\\\\"\"  [](){}\t,:.:-/?#%+0123456789abcefnrtuxTZ\u00e9\u00ff\u0085\u0000\r";

    @RegisterExtension
    final Seed seed = Seed.of(20_260_503);

    private record Case(String name, LineFormat format, Function<String, String> oracle, List<String> corpus) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> formats() {
        var v1 = new Case(
                "cloudfront", w3c(Corpus.V1_NAMES), FormatOracles.cloudFront(names(Corpus.V1_NAMES)), Corpus.V1);
        var v2 = new Case(
                "cloudfront 2", w3c(Corpus.V2_NAMES), FormatOracles.cloudFront(names(Corpus.V2_NAMES)), Corpus.V2);
        return Stream.of(
                v1,
                v2,
                new Case("json", new CloudFrontJsonLines(List.of()), JsonOracle::read, Corpus.JSON),
                new Case("s3", new S3AccessLines(), FormatOracles::s3, Corpus.S3),
                new Case("alb", new LoadBalancerLines(), FormatOracles::loadBalancer, Corpus.LOAD_BALANCER),
                new Case(
                        "combined",
                        new CombinedLines(WebServerLayout.COMBINED),
                        CombinedOracle::combined,
                        Corpus.COMBINED),
                new Case("common", new CombinedLines(WebServerLayout.COMMON), CombinedOracle::common, Corpus.COMBINED));
    }

    /** Without a case, nothing would compare the format with an oracle. */
    @Test
    void everyFormatHasACase() {
        assertThat(LogFormat.ALL)
                .allSatisfy(format -> assertThat(formats())
                        .anyMatch(test -> Stream.of("", "#Version: 1.0\n#Fields: " + Corpus.V1_NAMES + "\n")
                                .map(header -> new LogHead(
                                        (header + String.join("\n", test.corpus) + "\n").getBytes(UTF_8), true))
                                .flatMap(head -> format.recognise(head).stream())
                                .anyMatch(lines -> lines.getClass() == test.format.getClass())));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void agreesWithTheOracleOnTheCorpus(Case format) {
        for (var line : format.corpus) {
            assertThat(OutcomeText.of(format.format, line)).as(line).isEqualTo(format.oracle.apply(line));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsMostOfTheCorpus(Case format) {
        assertThat(format.corpus)
                .filteredOn(line ->
                        Character.isDigit(OutcomeText.of(format.format, line).charAt(0)))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void agreesWithTheOracleOnMutatedLines(Case format) {
        var random = seed.random();
        for (int i = 0; i < MUTATIONS; i++) {
            var line = new StringBuilder(format.corpus.get(random.nextInt(format.corpus.size())));
            for (int change = random.nextInt(4); change >= 0 && !line.isEmpty(); change--) {
                mutate(line, random);
            }
            // Leaves out directives, which would change CloudFront's field names, and empty lines, which are not read.
            if (!line.isEmpty() && line.charAt(0) != '#') {
                assertThat(OutcomeText.of(format.format, line.toString()))
                        .as("%s: %s", i, line)
                        .isEqualTo(format.oracle.apply(line.toString()));
            }
        }
    }

    /** {@link CombinedLines} reads a line in two ways, and both must give the same. */
    @Test
    void theFastPathAgreesWithTheSlowPath() {
        var random = seed.random();
        var fast = new CombinedLines(WebServerLayout.COMBINED);
        var slow = new SlowPath(new CombinedLines(WebServerLayout.COMBINED));
        for (int i = 0; i < MUTATIONS; i++) {
            var line = new StringBuilder(Corpus.COMBINED.get(random.nextInt(Corpus.COMBINED.size())));
            for (int change = random.nextInt(3); change > 0; change--) {
                mutate(line, random);
            }
            assertThat(OutcomeText.of(fast, line.toString()))
                    .as("%s: %s", i, line)
                    .isEqualTo(OutcomeText.of(slow, line.toString()));
        }
    }

    private record SlowPath(CombinedLines lines) implements LineFormat {

        @Override
        public String name() {
            return lines.name();
        }

        @Override
        public int pathDecodings() {
            return lines.pathDecodings();
        }

        @Override
        public Outcome read(LogLine line) {
            return lines.readAny(line);
        }
    }

    /** Whatever a line holds, reading it ends without an exception. */
    @ParameterizedTest
    @MethodSource("formats")
    void readsRandomBytes(Case format) {
        var random = seed.random();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = new byte[1 + random.nextInt(80)];
            random.nextBytes(bytes);
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = bytes[at] == '\n' || at % 3 > 0
                        ? (byte) BYTES.charAt(random.nextInt(BYTES.length()))
                        : bytes[at];
            }
            assertThat(OutcomeText.of(format.format, new String(bytes, ISO_8859_1)))
                    .isNotEmpty();
        }
    }

    private static void mutate(StringBuilder line, Random random) {
        int at = random.nextInt(line.length());
        char any = BYTES.charAt(random.nextInt(BYTES.length()));
        switch (random.nextInt(5)) {
            case 0 -> line.setCharAt(at, any);
            case 1 -> line.insert(at, any);
            case 2 -> line.deleteCharAt(at);
            case 3 -> line.insert(at, line.substring(at, Math.min(line.length(), at + random.nextInt(8))));
            default -> line.delete(at, Math.min(line.length(), at + random.nextInt(8)));
        }
    }

    private static LineFormat w3c(String names) {
        byte[] head = ("#Fields: " + names).getBytes(US_ASCII);
        var format =
                new CloudFrontLogFormat().recognise(new LogHead(head, true)).orElseThrow();
        var line = new LogLine(head);
        line.moveTo(0, head.length);
        assertThat(format.readDirective(line)).isTrue();
        return format;
    }

    private static String[] names(String names) {
        return names.split(" ", -1);
    }
}
