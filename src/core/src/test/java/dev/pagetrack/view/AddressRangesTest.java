package dev.pagetrack.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "203.0.113.0/25, 203.0.113.127, true",
        "203.0.113.0/25, 203.0.113.128, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "203.0.113.7, 203.0.113.7:4711, true",
        "203.0.113.7, 203.0.113.8:4711, false",
        "203.0.113.7, -, false",
        "203.0.113.7, localhost, false",
    })
    void containsAddresses(String range, String address, boolean held) {
        assertThat(AddressRanges.of(List.of(range)).contains(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.com/8",
                "203.0.113.0/33",
                "203.0.113.0/-1",
                "203.0.113.0/x",
                "1.2.3.4.5",
                "203.0.113",
                "10",
                "203.0.113.256"
            })
    void rejectsATextThatIsNotAnAddress(String text) {
        assertThatThrownBy(() -> AddressRanges.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("<ignoreAddresses> (pagetrack.ignoreAddresses) holds '" + text
                        + "', which is not an address: write 203.0.113.7," + " 203.0.113.0/24 or 2001:db8::/32.");
    }
}
