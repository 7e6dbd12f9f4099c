package dev.pagetrack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProgramsTest {

    @TempDir
    private Path folder;

    /** The output stays open as long as the shell or what it started has it. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void killsAProgramAndWhatItStartedWhenTheirTimeIsOver() throws Exception {
        var process = Programs.start(new ProcessBuilder("sh", "-c", "sleep 1000; echo done"), Duration.ofSeconds(1));
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(process.waitFor()).isNotZero();
    }

    @Test
    void leavesAProgramAloneThatEndsInTime() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var output = folder.resolve("output");
        var builder = new ProcessBuilder(java, "--version").redirectOutput(output.toFile());
        assertThat(Programs.start(builder).waitFor()).isZero();
        assertThat(Files.readString(output)).isNotEmpty();
    }
}
