package dev.pagetrack.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "localhost", "ftp://localhost", "http:/localhost"})
    void rejectsAnEndpointThatIsNotAFullUrl(String endpoint) {
        assertThatThrownBy(() -> withEndpoint(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("<endpoint> (pagetrack.endpoint) is '" + endpoint
                        + "': write a full URL, such as http://localhost:8000.");
    }

    @Test
    void acceptsAnEndpointWithSchemeAndHost() {
        assertThat(withEndpoint("http://localhost:8000").endpoint()).contains(URI.create("http://localhost:8000"));
        assertThat(withEndpoint("https://[::1]/").endpoint()).isPresent();
    }

    private static ConnectionSettings withEndpoint(String endpoint) {
        return new ConnectionSettings(
                Optional.empty(), Optional.empty(), Optional.of(URI.create(endpoint)), Optional.empty());
    }
}
