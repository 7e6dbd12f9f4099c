package dev.pagetrack.suspect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostingNetworksTest {

    /** Networks that readers come from, although servers are there, too. */
    private static final List<Long> NEVER = List.of(
            // content delivery networks, which also carry WARP and Private Relay: Cloudflare, Akamai, Fastly
            13335L,
            209242L,
            132892L,
            20940L,
            16625L,
            36183L,
            32787L,
            54113L,
            // Google's own network, Apple, Microsoft with its staff
            15169L,
            714L,
            6185L,
            8075L,
            // proxies of companies: Zscaler, Netskope, Forcepoint, iboss
            22616L,
            32921L,
            40384L,
            53444L,
            53813L,
            55242L,
            62044L,
            62907L,
            55256L,
            7598L,
            42465L,
            202276L,
            // Opera's compressing proxies
            39832L,
            205016L,
            // networks with many VPN servers
            9009L,
            212238L,
            60068L,
            // transit
            174L,
            1299L,
            2914L,
            3257L,
            3320L,
            3356L,
            3561L,
            4323L,
            6453L,
            6461L,
            6762L,
            6939L,
            7018L,
            // universities and their networks
            3L,
            25L,
            32L,
            88L,
            137L,
            559L,
            680L,
            786L,
            1103L,
            2200L,
            11537L,
            20965L);

    @TempDir
    private Path folder;

    @Test
    void theTableHasTheLargestHostingNetworks() {
        assertThat(HostingNetworks.bundled())
                .contains(16509L, 14618L, 396982L, 16276L, 24940L, 14061L, 63949L, 20473L, 51167L, 45102L, 132203L)
                .hasSizeBetween(80, 120)
                .doesNotHaveDuplicates();
    }

    @Test
    void theTableHasNoNetworkThatReadersComeFrom() {
        assertThat(HostingNetworks.bundled()).doesNotContainAnyElementsOf(NEVER);
    }

    @Test
    void eachLineOfTheTableSaysWhoseNetworkItIs() throws IOException {
        try (var in = requireNonNull(HostingNetworks.class.getResourceAsStream("hosting-networks.txt"))) {
            assertThat(new String(in.readAllBytes(), UTF_8).lines())
                    .allMatch(line -> line.startsWith("#") || line.matches("[1-9][0-9]* [A-Z0-9a-z].{2,}"));
        }
    }

    @ParameterizedTest
    @CsvSource({"16509, true", "64500, true", "64501, true", "4200000000, true", "16510, false", "13335, false"})
    void containsOurTableAndWhatTheOwnerAdded(String number, boolean hosting) throws IOException {
        Files.writeString(folder.resolve("more.txt"), "# ours\n\n AS64501 a company\n4200000000, another\n");
        var networks = HostingNetworks.of(List.of("AS64500", "more.txt"), folder);
        assertThat(contains(networks, number)).isEqualTo(hosting);
        assertThat(networks.added()).containsExactly(64500L, 64501L, 4200000000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "AS16509", "16509 ", "1650x", "0000000000016509", "99999999999"})
    void containsNoTextThatIsNotANumber(String text) {
        assertThat(contains(HostingNetworks.BUNDLED, text)).isFalse();
    }

    @Test
    void refusesWhatIsNeitherANumberNorAFile() {
        for (var entry : List.of("hosters.txt", "0", "4294967296", "-1", "AS")) {
            assertThatThrownBy(() -> HostingNetworks.of(List.of(entry), folder))
                    .isInstanceOf(WrongSettingException.class)
                    .hasMessage("<hostingNetworks> (pagetrack.hostingNetworks) holds '" + entry
                            + "', which is neither the number of a network, such as 64500 or AS64500, nor a file of"
                            + " UTF-8 text that can be read: " + folder.resolve(entry));
        }
    }

    @Test
    void refusesALineThatBeginsWithNoNumber() throws IOException {
        Files.writeString(folder.resolve("more.txt"), "# ours\n64500\nExample Hosting 64501\n");
        assertThatThrownBy(() -> HostingNetworks.of(List.of("more.txt"), folder))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("<hostingNetworks> (pagetrack.hostingNetworks): line 3 of more.txt begins with 'Example',"
                        + " which is not the number of a network: write 64500 or AS64500.");
    }

    @Test
    void takesOnlyNumbersWhereThereAreNoFiles() {
        assertThat(HostingNetworks.ofNumbers(List.of("64500")).added()).containsExactly(64500L);
        assertThatThrownBy(() -> HostingNetworks.ofNumbers(List.of("64500", "more.txt")))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage(
                        "<hostingNetworks> (pagetrack.hostingNetworks) holds 'more.txt', which is not the number of a"
                                + " network: write 64500 or AS64500.");
    }

    private static boolean contains(HostingNetworks networks, String number) {
        var bytes = (" " + number + " ").getBytes(US_ASCII);
        return networks.contains(bytes, 1, bytes.length - 1);
    }
}
