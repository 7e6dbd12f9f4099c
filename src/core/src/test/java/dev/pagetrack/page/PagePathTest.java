package dev.pagetrack.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.testing.Seed;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagePathTest {

    @RegisterExtension
    final Seed seed = Seed.of(7);

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "'', /",
        "/index.html, /",
        "index.html, /",
        "/blog/, blog/",
        "/blog/index.html, blog/",
        "blog/index.html, blog/",
        "/about.html, about.html",
        "/myindex.html, myindex.html",
        "/blog, blog",
        "/f%C3%BCr/, für/",
        "/f%c3%bcr/, für/",
        "/a%20b/, a b/",
        "/100%25/, 100%25/",
        "/c%23/, c%23/",
        "/a+b/, a+b/",
        "/%49NDEX, %49NDEX",
        "/INDEX, %49NDEX",
        "/META, %4dETA",
        "/INDEX/, INDEX/",
        "/a%2Fb, a/b",
    })
    void namesThePageOfAPathThatIsEncodedOnce(String path, String page) {
        assertThat(of(path, 1)).contains(new PagePath(page));
    }

    @ParameterizedTest
    @CsvSource({"f%25C3%25BCr/index.html, für/", "100%2525/, 100%25/", "a%2520b/, a b/", "plain/, plain/"})
    void namesThePageOfAnS3KeyThatIsEncodedTwice(String key, String page) {
        assertThat(of(key, 2)).contains(new PagePath(page));
    }

    @ParameterizedTest
    @CsvSource({
        "//blog/, an empty segment (//)",
        "/blog//x/, an empty segment (//)",
        "/blog/../x, a dot segment",
        "/./, a dot segment",
        "/.., a dot segment",
        "/%2e%2e/x, a dot segment",
        "/a%00b, a control character",
        "/a%0Ab, a control character",
        "/a%7Fb, a control character",
        "/100%, a % that begins no percent-encoded byte",
        "/%zz, a % that begins no percent-encoded byte",
        "/%4, a % that begins no percent-encoded byte",
        "/%FF/, not UTF-8 once it is percent-decoded",
        "/%ED%A0%80/, not UTF-8 once it is percent-decoded",
        "/%C0%AF/, not UTF-8 once it is percent-decoded",
    })
    void namesNoPageForAnInvalidPath(String path, String reason) {
        assertThat(of(path, 1)).as(reason).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 9, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066,
                0x2069, 0xFEFF
            })
    void namesNoPageForAnInvisibleCharacter(int character) {
        var path = "a" + (char) character + "b";
        assertThat(PagePath.ofDecoded(path)).isEmpty();
        assertThat(of(URLEncoder.encode(path, UTF_8), 1)).isEmpty();
        assertThat(of(path, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0xA0, 0xAD, 0x200C, 0x200D, 0x2029 + 6, 0x2065, 0x206A, 0x2027, 0x202F})
    void namesAPageWithAJoinerOrAnyOtherCharacter(int character) {
        var path = "a" + (char) character + "b";
        assertThat(PagePath.ofDecoded(path)).contains(new PagePath(path));
        assertThat(of(path, 1)).contains(new PagePath(path));
    }

    @ParameterizedTest
    @CsvSource({"cafe%CC%81/, caf%C3%A9/", "u%CC%88ber, %C3%BCber", "%E1%84%92%E1%85%A1%E1%86%AB/, %ED%95%9C/"})
    void givesTwoSpellingsOfOneCharacterTheSameName(String decomposed, String composed) {
        assertThat(of(decomposed, 1)).isPresent().isEqualTo(of(composed, 1));
        var decoded = PercentDecoder.decode(decomposed).orElseThrow();
        assertThat(PagePath.ofDecoded(decoded)).isEqualTo(of(composed, 1));
        assertThat(PagePatterns.of(List.of(decoded), List.of())
                        .matches(of(composed, 1).orElseThrow().value()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "//blog/, blog/",
        "/blog//x/, blog/x/",
        "/blog///x//, blog/x/",
        "//, /",
        "/blog/%2F/x, blog/x",
        "/blog//index.html, blog/",
        "/%2F%2Fcaf%C3%A9, café",
    })
    void mergesSlashesIfTheServerDoes(String path, String page) {
        assertThat(of(path, 1, Slashes.MERGED)).contains(new PagePath(page));
        assertThat(of(path, 1, Slashes.DISTINCT)).isEmpty();
    }

    @Test
    void namesNoPageForAPathOfMoreThan700Bytes() {
        assertThat(of("/" + "a".repeat(700), 1)).isPresent();
        assertThat(of("/" + "a".repeat(701), 1)).isEmpty();
        assertThat(of("/" + "ü".repeat(351), 1)).isEmpty();
    }

    @Test
    void neverGivesTwoPathsTheSameName() {
        var random = seed.random();
        var paths = new HashMap<String, String>();
        for (int i = 0; i < 200_000; i++) {
            var path = random.ints(random.nextInt(6), 0, 8)
                    .mapToObj(letter -> "a%#2357/".substring(letter, letter + 1))
                    .reduce("", String::concat);
            var canonical = path.startsWith("/") ? path.substring(1) : path;
            PagePath.ofDecoded(path)
                    .ifPresent(page -> assertThat(paths.putIfAbsent(page.value(), canonical))
                            .as("the paths of %s", page)
                            .isIn(null, canonical));
        }
    }

    /** The fast path for plain paths returns the same names as the general code. */
    @Test
    void givesAnEncodedPathTheNameOfTheDecodedPath() {
        var random = seed.random();
        var parts = List.of(
                "/",
                "/",
                ".",
                "..",
                "a",
                "index.html",
                "INDEX",
                "META",
                "%41",
                "%2F",
                "%2E",
                "#",
                " ",
                "\u00fc",
                "\u0001",
                "\u007f");
        for (int i = 0; i < 200_000; i++) {
            var path = random.ints(random.nextInt(6), 0, parts.size())
                    .mapToObj(parts::get)
                    .reduce("", String::concat);
            var decoded = path.replace("%41", "A").replace("%2F", "/").replace("%2E", ".");
            assertThat(of(path, 1)).as(path).isEqualTo(PagePath.ofDecoded(decoded));
        }
    }

    private static Optional<PagePath> of(String path, int decodings) {
        return of(path, decodings, Slashes.DISTINCT);
    }

    private static Optional<PagePath> of(String path, int decodings, Slashes slashes) {
        byte[] bytes = ("x" + path + "x").getBytes(UTF_8);
        return PagePath.of(bytes, 1, bytes.length - 1, decodings, slashes);
    }
}
