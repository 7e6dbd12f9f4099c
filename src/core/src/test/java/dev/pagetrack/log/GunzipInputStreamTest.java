package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.testing.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GunzipInputStreamTest {

    @RegisterExtension
    final Seed seed = Seed.of(5);

    @Test
    void readsAllMembersOfAConcatenatedFile() throws IOException {
        var file = concat(gzip("one "), gzip("two "), gzip(""), gzip("three"));
        assertThat(gunzip(file)).isEqualTo("one two three");
    }

    @Test
    void readsAStreamWhoseAvailableIsAlwaysZero() throws IOException {
        var file = concat(gzip("one "), gzip("two"));
        var in = new ByteArrayInputStream(file) {
            @Override
            public synchronized int available() {
                return 0;
            }

            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };
        assertThat(read(in)).isEqualTo("one two");
    }

    @Test
    void rejectsAFileThatIsCutOffInsideAMember() throws IOException {
        var whole = gzip("a line\n".repeat(100));
        for (int length = 1; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> gunzip(cut))
                    .as("cut to %s bytes", length)
                    .isInstanceOf(DamagedGzipException.class);
        }
    }

    @Test
    void rejectsOtherBytesAfterTheLastMember() {
        assertThatThrownBy(() -> gunzip(concat(gzip("one"), "garbage".getBytes(UTF_8))))
                .hasMessage("something that is not gzip follows its compressed data");
    }

    @Test
    void detectsEveryFlippedBitThatChangesTheContent() throws IOException {
        var text = "some text that is long enough to be compressed, compressed, compressed";
        var whole = gzip(text);
        int refused = 0;
        for (int bit = 10 * 8; bit < whole.length * 8; bit++) {
            var flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                // A few bits after the last block are padding without a meaning.
                assertThat(gunzip(flipped)).as("bit %s", bit).isEqualTo(text);
            } catch (DamagedGzipException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan((whole.length - 10 - 1) * 8);
    }

    @Test
    void readsAHeaderWithAllOptionalParts() throws IOException {
        var plain = gzip("text");
        var header =
                new byte[] {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 'e', 'x', 'n', 0, 'c', 0, 9, 9
                };
        assertThat(gunzip(concat(header, Arrays.copyOfRange(plain, 10, plain.length))))
                .isEqualTo("text");
    }

    @Test
    void rejectsADecompressionBomb() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 100; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        assertThatThrownBy(() -> new GunzipInputStream(new ByteArrayInputStream(bomb.toByteArray()))
                        .transferTo(OutputStream.nullOutputStream()))
                .hasMessageContaining("more than 400 times");
    }

    @Test
    void agreesWithTheJdkOnRandomContent() throws IOException {
        var random = seed.random();
        for (int i = 0; i < 50; i++) {
            var content = new byte[random.nextInt(300_000)];
            random.nextBytes(content);
            var out = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(content);
            }
            assertThat(new GunzipInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes())
                    .isEqualTo(content);
        }
    }

    private static String gunzip(byte[] file) throws IOException {
        return read(new ByteArrayInputStream(file));
    }

    private static String read(InputStream in) throws IOException {
        try (var gunzip = new GunzipInputStream(in)) {
            return new String(gunzip.readAllBytes(), UTF_8);
        }
    }

    static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
