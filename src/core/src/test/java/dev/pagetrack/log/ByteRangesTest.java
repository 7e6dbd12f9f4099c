package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.testing.Seed;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compares the methods that process eight bytes at a time with code that processes single bytes. */
class ByteRangesTest {

    private static final int RUNS = 20_000;

    private static final byte[] SOME = {
        0, 1, '\n', 0x7F, (byte) 0x80, (byte) 0x8A, (byte) 0xFF, '\t', 13, 14, '\\', ']', (byte) 0xDC
    };

    @RegisterExtension
    final Seed seed = Seed.of(8);

    private final Random random = seed.random();

    @Test
    void findsTheFirstOccurrenceOfAByteInAnyRange() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = bytes(40);
            byte wanted = bytes.length > 0 ? bytes[random.nextInt(bytes.length)] : 0;
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            int found = new String(bytes, 0, to, ISO_8859_1).indexOf(wanted & 0xFF, from);
            assertThat(ByteRanges.indexOf(wanted, bytes, from, to))
                    .as("%s in %s from %s to %s", wanted, Arrays.toString(bytes), from, to)
                    .isEqualTo(found < 0 ? to : found);
        }
    }

    @Test
    void marksEachOfEightBytesThatIsEqualToAnother() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = bytes(8);
            bytes = Arrays.copyOf(bytes, 8);
            byte wanted = bytes[random.nextInt(8)];
            long equal = ByteRanges.equalBytes(ByteRanges.longAt(bytes, 0), ByteRanges.repeated(wanted));
            for (int i = 0; i < 8; i++) {
                long mark = equal >>> (8 * i) & 0xFF;
                assertThat(mark).as("%s in %s", wanted, bytes).isEqualTo(bytes[i] == wanted ? 0x80 : 0);
            }
            assertThat(bytes[ByteRanges.firstIndex(equal)]).isEqualTo(wanted);
        }
    }

    @Test
    void marksEachOf64BytesThatIsBelowANumberOrEqualToAnother() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = new byte[random.nextInt(9) + ByteRanges.BLOCK];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i += random.nextInt(20)) {
                bytes[i++] = SOME[random.nextInt(SOME.length)];
            }
            int at = bytes.length - ByteRanges.BLOCK;
            int number = random.nextInt(129);
            byte other = random.nextBoolean() ? (byte) '\\' : 0;
            long marks = ByteRanges.matchBits(ByteRanges.belowPattern(number), ByteRanges.repeated(other), bytes, at);
            for (int i = 0; i < ByteRanges.BLOCK; i++) {
                boolean marked = (marks >>> i & 1) != 0;
                byte b = bytes[at + i];
                assertThat(marked)
                        .as("%s below %s or %s", b, number, other)
                        .isEqualTo((b >= 0 && b < number) || (other != 0 && b == other));
            }
        }
    }

    @Test
    void readsUpToEightBytesAsANumberAtAnyPosition() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = bytes(20);
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            long expected = 0;
            for (int i = Math.min(to, from + 8) - 1; i >= from; i--) {
                expected = expected << 8 | (bytes[i] & 0xFF);
            }
            assertThat(ByteRanges.paddedLong(bytes, from, to)).isEqualTo(expected);
        }
    }

    /** Random bytes out of a few, so that they repeat; some have their highest bit set. */
    private byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = SOME[random.nextInt(SOME.length)];
        }
        return bytes;
    }
}
