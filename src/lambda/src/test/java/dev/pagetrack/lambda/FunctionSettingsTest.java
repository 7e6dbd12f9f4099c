package dev.pagetrack.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.table.TableSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionSettingsTest {

    @Test
    void areTheDefaultsInAnEmptyEnvironment() {
        var settings = FunctionSettings.of(Map.of());
        assertThat(settings.table()).isEqualTo(new TableSettings("PageTrackTable", Optional.empty()));
        assertThat(settings.policy().hosts()).isEmpty();
        assertThat(settings.policy().pages().matches("any/page/")).isTrue();
        assertThat(settings.policy().ignoredAddresses().isEmpty()).isTrue();
    }

    @Test
    void readWhatTheEnvironmentSets() {
        var settings = FunctionSettings.of(Map.of(
                "PAGETRACK_TABLE", "Views",
                "PAGETRACK_SITE_ID", "blog",
                "PAGETRACK_HOSTS", "a.example, b.example",
                "PAGETRACK_EXCLUDES", "drafts/**",
                "PAGETRACK_IGNORE_ADDRESSES", "203.0.113.7"));
        assertThat(settings.table()).isEqualTo(new TableSettings("Views", Optional.of("blog")));
        assertThat(settings.policy().hosts()).containsExactlyInAnyOrder("a.example", "b.example");
        assertThat(settings.policy().pages().matches("drafts/x/")).isFalse();
        assertThat(settings.policy().ignoredAddresses().contains("203.0.113.7")).isTrue();
    }

    @Test
    void refuseAWrongValue() {
        assertThatThrownBy(() -> FunctionSettings.of(Map.of("PAGETRACK_SITE_ID", "INDEX")))
                .hasMessageContaining("'INDEX'");
    }
}
