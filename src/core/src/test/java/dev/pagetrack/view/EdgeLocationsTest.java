package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeLocationsTest {

    @ParameterizedTest
    @CsvSource({
        "FRA56-P2, DE", "IAD89-C1, US", "DFW3, US", "HIO50-C1, US", "SFO5, US", "HNL50-P1, US", "SJU50-P1, PR",
        "YTO50-C1, CA", "YUL62-C2, CA", "QRO51-P3, MX", "GRU3-C1, BR", "EZE50-P2, AR", "BOG50-P1, CO", "SCL51-P1, CL",
        "LHR61-P5, GB", "MAN51-P2, GB", "CDG52-P4, FR", "MRS52-P1, FR", "TXL50-P2, DE", "BER50-P1, DE", "AMS1-P1, NL",
        "DUB56-P1, IE", "ARN56-P1, SE", "HEL51-P1, FI", "CPH50-P1, DK", "OSL50-P1, NO", "ZRH55-P1, CH", "VIE50-P1, AT",
        "MXP63-P2, IT", "PMO50-C1, IT", "MAD56-P1, ES", "LIS50-P1, PT", "ATH51-P1, GR", "WAW51-P3, PL", "PRG50-P1, CZ",
        "BUD50-P1, HU", "OTP50-P1, RO", "SOF50-P1, BG", "ZAG50-P1, HR", "IST50-P1, TR", "TLV50-C1, IL", "DXB52-P1, AE",
        "FJR50-P1, AE", "BAH53-P1, BH", "MCT50-P2, OM", "DOH51-P1, QA", "JED50-P1, SA", "CAI50-P1, EG", "NBO50-P1, KE",
        "LOS50-P1, NG", "JNB50-C1, ZA", "CPT52-P1, ZA", "BOM78-P1, IN", "DEL54-P2, IN", "HYD57-P1, IN", "PNQ50-P1, IN",
        "SIN2-P1, SG", "KUL50-P1, MY", "CGK50-P1, ID", "BKK50-P1, TH", "SGN50-P1, VN", "MNL50-P1, PH", "HKG62-P2, HK",
        "TPE53-P1, TW", "ICN57-P1, KR", "NRT20-P2, JP", "KIX56-C1, JP", "PEK50-P1, CN", "ZHY50-E1, CN", "SYD62-P1, AU",
        "PER50-C1, AU", "AKL50-C1, NZ", "FRA, DE",
    })
    void findsTheCountryOfAnEdgeLocation(String location, String country) {
        assertThat(country(location)).isEqualTo(country);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "FR", "fra56-P2", "QQQ50-P1", "FRAX50", "FRA-P2", "1RA50", "\u00c4RA50", "XYZ", "Error"
            })
    void findsNoCountryForOtherTexts(String location) {
        assertThat(country(location)).isEmpty();
    }

    @Test
    void ignoresBytesOutsideTheRange() {
        var bytes = "XFRA56-P2 CDG".getBytes(UTF_8);
        assertThat(EdgeLocations.country(bytes, 1, 9)).isEqualTo("DE");
        assertThat(EdgeLocations.country(bytes, 1, 4)).isEqualTo("DE");
        assertThat(EdgeLocations.country(bytes, 1, 3)).isEmpty();
        assertThat(EdgeLocations.country(bytes, 10, 13)).isEqualTo("FR");
    }

    @Test
    void holdsOnlyIso3166Countries() {
        var countries = Set.of(Locale.getISOCountries());
        assertThat(BundledLines.of("edge-locations.txt"))
                .hasSizeGreaterThan(230)
                .allSatisfy(line -> assertThat(countries).contains(line.text().substring(0, 2)));
    }

    @Test
    void rejectsAMalformedLine() {
        assertThatIllegalStateException()
                .isThrownBy(() -> table("DE fra"))
                .withMessageContaining("not an airport code");
        assertThatIllegalStateException().isThrownBy(() -> table("DE")).withMessageContaining("not a country");
        assertThatIllegalStateException()
                .isThrownBy(() -> table("DE FRA FRA"))
                .withMessageContaining("FRA already has a country");
    }

    private static EdgeLocations table(String line) {
        return EdgeLocations.of(List.of(new BundledLines.Line("test", 1, line)));
    }

    private static String country(String location) {
        var bytes = location.getBytes(UTF_8);
        return EdgeLocations.country(bytes, 0, bytes.length);
    }
}
