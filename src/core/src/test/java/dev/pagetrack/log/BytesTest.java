package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.testing.Seed;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What looks at eight bytes at once agrees with what looks at one after the other. */
class BytesTest {

    private static final int RUNS = 20_000;

    private static final byte[] SOME = {
        0, 1, '\n', 0x7F, (byte) 0x80, (byte) 0x8A, (byte) 0xFF, '\t', 13, 14, '\\', ']', (byte) 0xDC
    };

    @RegisterExtension
    final Seed seed = Seed.of(8);

    private final Random random = seed.random();

    @Test
    void findsTheFirstOfAByteInAnyRange() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = bytes(40);
            byte wanted = bytes.length > 0 ? bytes[random.nextInt(bytes.length)] : 0;
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            int found = new String(bytes, 0, to, ISO_8859_1).indexOf(wanted & 0xFF, from);
            assertThat(Bytes.indexOf(wanted, bytes, from, to))
                    .as("%s in %s from %s to %s", wanted, Arrays.toString(bytes), from, to)
                    .isEqualTo(found < 0 ? to : found);
        }
    }

    @Test
    void marksEachOfEightBytesThatIsEqual() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = bytes(8);
            bytes = Arrays.copyOf(bytes, 8);
            byte wanted = bytes[random.nextInt(8)];
            long equal = Bytes.equal(Bytes.eight(bytes, 0), Bytes.eightTimes(wanted));
            for (int i = 0; i < 8; i++) {
                long mark = equal >>> (8 * i) & 0xFF;
                assertThat(mark).as("%s in %s", wanted, bytes).isEqualTo(bytes[i] == wanted ? 0x80 : 0);
            }
            assertThat(bytes[Bytes.place(equal)]).isEqualTo(wanted);
        }
    }

    @Test
    void marksEachOf64BytesThatIsBelowANumberOrIsAnother() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = new byte[random.nextInt(9) + Bytes.BLOCK];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i += random.nextInt(20)) {
                bytes[i++] = SOME[random.nextInt(SOME.length)];
            }
            int at = bytes.length - Bytes.BLOCK;
            int number = random.nextInt(129);
            byte other = random.nextBoolean() ? (byte) '\\' : 0;
            long marks = Bytes.marks(Bytes.below(number), Bytes.eightTimes(other), bytes, at);
            for (int i = 0; i < Bytes.BLOCK; i++) {
                boolean marked = (marks >>> i & 1) != 0;
                byte b = bytes[at + i];
                assertThat(marked)
                        .as("%s below %s or %s", b, number, other)
                        .isEqualTo((b >= 0 && b < number) || (other != 0 && b == other));
            }
        }
    }

    @Test
    void takesUpToEightBytesForANumberWhereverTheyStand() {
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = bytes(20);
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            long expected = 0;
            for (int i = Math.min(to, from + 8) - 1; i >= from; i--) {
                expected = expected << 8 | (bytes[i] & 0xFF);
            }
            assertThat(Bytes.word(bytes, from, to)).isEqualTo(expected);
        }
    }

    /** Few different bytes, so that they repeat, and those whose highest bit is set. */
    private byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = SOME[random.nextInt(SOME.length)];
        }
        return bytes;
    }
}
