package dev.pagetrack.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.table.Retention;
import dev.pagetrack.table.TableSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionSettingsTest {

    @Test
    void areTheDefaultsInAnEmptyEnvironment() {
        var settings = FunctionSettings.of(Map.of());
        assertThat(settings.table()).isEqualTo(new TableSettings("PageTrackTable", Optional.empty()));
        assertThat(settings.ingest().policy().hosts()).isEmpty();
        assertThat(settings.ingest().retention()).isEmpty();
        assertThat(settings.ingest().policy().pages().matches("any/page/")).isTrue();
        assertThat(settings.ingest().policy().ignoredAddresses().isEmpty()).isTrue();
    }

    @Test
    void readWhatTheEnvironmentSets() {
        var settings = FunctionSettings.of(Map.of(
                "PAGETRACK_TABLE", "Views",
                "PAGETRACK_SITE_ID", "blog",
                "PAGETRACK_HOSTS", "a.example, b.example",
                "PAGETRACK_EXCLUDES", "drafts/**",
                "PAGETRACK_IGNORE_ADDRESSES", "203.0.113.7",
                "PAGETRACK_RETENTION", "400"));
        assertThat(settings.table()).isEqualTo(new TableSettings("Views", Optional.of("blog")));
        assertThat(settings.ingest().policy().hosts()).containsExactlyInAnyOrder("a.example", "b.example");
        assertThat(settings.ingest().retention()).contains(new Retention(400));
        assertThat(settings.ingest().policy().pages().matches("drafts/x/")).isFalse();
        assertThat(settings.ingest().policy().ignoredAddresses().contains("203.0.113.7"))
                .isTrue();
    }

    @Test
    void refuseAWrongValue() {
        assertThatThrownBy(() -> FunctionSettings.of(Map.of("PAGETRACK_SITE_ID", "INDEX")))
                .hasMessageContaining("'INDEX'");
        assertThatThrownBy(() -> FunctionSettings.of(Map.of("PAGETRACK_RETENTION", "a year")))
                .hasMessageContaining("'a year'");
    }
}
