package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.testing.TestSite;
import dev.pagetrack.testing.Programs;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs renderings in other JVMs, with other platform settings, and kills one. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RenderProcessTest {

    private static final String PAGE = "<h1>Página %d</h1><b data-pagetrack=views></b>"
            + "<ol data-pagetrack=most-viewed data-limit=9 data-period=30d></ol><p data-pagetrack=last-viewed></p>"
            + "<div data-pagetrack=history data-period=3m></div><i data-pagetrack=rank></i>";

    @TempDir
    Path folder;

    @Test
    void makesTheSameBytesOnEveryPlatform() throws Exception {
        var expected = rendered("a", java(Path.of(System.getProperty("java.home"))), 1, "-Duser.timezone=UTC");
        int other = 0;
        for (var jdk : jdks()) {
            var bytes = rendered(
                    "b" + other++,
                    java(jdk),
                    4,
                    "-Duser.timezone=Pacific/Chatham",
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Dfile.encoding=ISO-8859-1");
            assertThat(bytes).as(jdk.toString()).isEqualTo(expected);
        }
        assertThat(expected.get("posts/1/index.html")).contains("1,001");
    }

    @Test
    void leavesWholePagesWhenItIsKilled() throws Exception {
        int pages = 10_000;
        var before = write("killed", pages);
        var process = start("killed", java(Path.of(System.getProperty("java.home"))), 2, pages);
        var first = folder.resolve("killed/site/posts/0/index.html");
        while (process.isAlive() && text(first).equals(before.get("posts/0/index.html"))) {
            Thread.onSpinWait();
        }
        assertThat(process.destroyForcibly().waitFor())
                .as("the exit value of a killed process")
                .isNotZero();
        var killed = pages("killed");
        assertThat(start("killed", java(Path.of(System.getProperty("java.home"))), 2, pages)
                        .waitFor())
                .isZero();
        var after = pages("killed");

        assertThat(killed.keySet())
                .filteredOn(name -> requireNonNull(killed.get(name)).equals(after.get(name)))
                .as("the pages that were done when it was killed")
                .hasSizeBetween(1, pages - 1);
        assertThat(killed)
                .hasSize(pages)
                .allSatisfy((name, html) -> assertThat(html).isIn(before.get(name), after.get(name)));
        assertThat(after).noneSatisfy((name, html) -> assertThat(html).isEqualTo(before.get(name)));
        try (var files = Files.walk(folder.resolve("killed"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    /**
     * A shell makes and reads these names, because it accepts any bytes. This JVM may not be able to represent them
     * either.
     */
    @Test
    @EnabledOnOs(OS.LINUX)
    void fillsPagesWhoseNamesThePlatformCannotRepresent() throws Exception {
        write("bytes", 2);
        var page = "$(printf 'caf\\303\\251')/index.html";
        var html = "<p data-pagetrack=views data-page=posts/1/></p>";
        shell("cd bytes/site && mkdir \"$(dirname \"" + page + "\")\" && echo '" + html + "' > \"" + page + "\"");

        var rendering = builder("bytes", java(Path.of(System.getProperty("java.home"))), 2, 2);
        rendering.environment().put("LC_ALL", "C");
        assertThat(Programs.start(rendering).waitFor()).isZero();

        assertThat(shell("cat \"bytes/site/" + page + "\"")).contains("1,001");
    }

    private String shell(String command) throws Exception {
        var process = Programs.start(new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true));
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Map<String, String> rendered(String name, Path java, int threads, String... options) throws Exception {
        write(name, 30);
        assertThat(start(name, java, threads, 30, options).waitFor()).isZero();
        return pages(name);
    }

    private Map<String, String> write(String name, int pages) throws IOException {
        var site = new TestSite(folder.resolve(name));
        for (int i = 0; i < pages; i++) {
            site.page("posts/" + i + "/index.html", PAGE.formatted(i));
        }
        return pages(name);
    }

    private Process start(String name, Path java, int threads, int pages, String... options) throws IOException {
        return Programs.start(builder(name, java, threads, pages, options));
    }

    private ProcessBuilder builder(String name, Path java, int threads, int pages, String... options) {
        var command = new ArrayList<>(List.of(java.toString(), "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(options));
        command.addAll(List.of(
                RenderProcess.class.getName(),
                folder.resolve(name).toString(),
                Integer.toString(threads),
                Integer.toString(pages)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
    }

    private Map<String, String> pages(String name) throws IOException {
        var site = folder.resolve(name).resolve("site");
        try (var files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .collect(toMap(
                            file -> site.relativize(file).toString().replace(File.separatorChar, '/'),
                            RenderProcessTest::text,
                            (one, two) -> one,
                            TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This JDK, and those in the same folder that are new enough. */
    private static List<Path> jdks() throws IOException {
        var own = Path.of(System.getProperty("java.home"));
        try (var beside = Files.list(own.getParent())) {
            return beside.filter(jdk -> Files.isExecutable(java(jdk)))
                    .filter(jdk -> jdk.equals(own) || isNewEnough(jdk))
                    .toList();
        }
    }

    private static boolean isNewEnough(Path jdk) {
        try {
            var release = Files.readString(jdk.resolve("release"));
            return release.matches("(?s).*JAVA_VERSION=\"(1[7-9]|[2-9][0-9])[.\"].*");
        } catch (IOException e) {
            return false;
        }
    }

    private static Path java(Path jdk) {
        return jdk.resolve("bin").resolve("java");
    }
}
