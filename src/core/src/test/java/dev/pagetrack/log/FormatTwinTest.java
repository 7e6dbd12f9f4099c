package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.testing.Seed;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each format agrees with its naive twin, on every line of its corpus and on lines made from them by chance. */
class FormatTwinTest {

    private static final int MUTATIONS = 20_000;

    /** Bytes that mean something to one of the formats, and some that mean nothing to any. */
    private static final String BYTES =
            "\" \\\\\"\"  [](){}\t,:.:-/?#%+0123456789abcefnrtuxTZ\u00e9\u00ff\u0085\u0000\r";

    @RegisterExtension
    final Seed seed = Seed.of(20_260_503);

    private record Case(String name, LineFormat format, Function<String, String> twin, List<String> corpus) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> formats() {
        var v1 = new Case(
                "cloudfront", w3c(Corpus.V1_NAMES), NaiveFormats.cloudFront(names(Corpus.V1_NAMES)), Corpus.V1);
        var v2 = new Case(
                "cloudfront 2", w3c(Corpus.V2_NAMES), NaiveFormats.cloudFront(names(Corpus.V2_NAMES)), Corpus.V2);
        return Stream.of(
                v1,
                v2,
                new Case("json", new CloudFrontJsonLines(), NaiveJson::read, Corpus.JSON),
                new Case("s3", new S3AccessLines(), NaiveFormats::s3, Corpus.S3),
                new Case("alb", new LoadBalancerLines(), NaiveFormats::loadBalancer, Corpus.LOAD_BALANCER),
                new Case("combined", new CombinedLines(true), NaiveFormats.combined(true), Corpus.COMBINED),
                new Case("common", new CombinedLines(false), NaiveFormats.combined(false), Corpus.COMBINED));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void agreesOnTheCorpus(Case format) {
        for (var line : format.corpus) {
            assertThat(Outcomes.of(format.format, line)).as(line).isEqualTo(format.twin.apply(line));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsMostOfTheCorpus(Case format) {
        assertThat(format.corpus)
                .filteredOn(line ->
                        Character.isDigit(Outcomes.of(format.format, line).charAt(0)))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void agreesOnLinesThatAreChangedByChance(Case format) {
        var random = seed.random();
        for (int i = 0; i < MUTATIONS; i++) {
            var line = new StringBuilder(format.corpus.get(random.nextInt(format.corpus.size())));
            for (int change = random.nextInt(4); change >= 0 && !line.isEmpty(); change--) {
                mutate(line, random);
            }
            // What no line is: CloudFront's names change after a directive, and an empty one is not read.
            if (!line.isEmpty() && line.charAt(0) != '#') {
                assertThat(Outcomes.of(format.format, line.toString()))
                        .as("%s: %s", i, line)
                        .isEqualTo(format.twin.apply(line.toString()));
            }
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
        var format = new CloudFrontLogFormat().recognise(head).orElseThrow();
        var line = new LogLine(head);
        line.take(0, head.length);
        assertThat(format.readDirective(line)).isTrue();
        return format;
    }

    private static String[] names(String names) {
        return names.split(" ", -1);
    }
}
