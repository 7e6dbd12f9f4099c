package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What looks at eight bytes at once agrees with what looks at one after the other. */
class BytesTest {

    private static final int RUNS = 20_000;

    private final Random random = new Random(8);

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
    void hashesARangeByItsBytesAlone() {
        for (int run = 0; run < RUNS; run++) {
            byte[] text = bytes(30);
            byte[] elsewhere = bytes(50);
            int from = random.nextInt(20);
            byte[] bytes = Arrays.copyOf(elsewhere, from + text.length + 5);
            System.arraycopy(text, 0, bytes, from, text.length);
            assertThat(Bytes.hash(bytes, from, from + text.length)).isEqualTo(Bytes.hash(text, 0, text.length));
        }
    }

    /** In the low bits, too, which choose a place in a table. */
    @Test
    void hashesTextsThatDifferLittleApart() {
        var places = new boolean[1 << 16];
        int taken = 0;
        for (int i = 0; i < places.length; i++) {
            byte[] text = "/blog/articles/2026-05-%05d-a-title-like-others/"
                    .formatted(i)
                    .getBytes(ISO_8859_1);
            int place = Bytes.hash(text, 0, text.length) & places.length - 1;
            taken += places[place] ? 0 : 1;
            places[place] = true;
        }
        // By chance alone it would be 1 - 1/e, 63 %.
        assertThat(taken).isBetween(places.length * 60 / 100, places.length * 66 / 100);
    }

    /** Few different bytes, so that they repeat, and those whose highest bit is set. */
    private byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        byte[] some = {0, 1, '\n', 0x7F, (byte) 0x80, (byte) 0x8A, (byte) 0xFF, '\t'};
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = some[random.nextInt(some.length)];
        }
        return bytes;
    }
}
