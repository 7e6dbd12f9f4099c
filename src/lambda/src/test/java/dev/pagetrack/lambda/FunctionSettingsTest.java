package dev.pagetrack.lambda;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.api.ApiSettings;
import dev.pagetrack.page.Slashes;
import dev.pagetrack.suspect.SuspectRules;
import dev.pagetrack.suspect.Suspicion;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.site.Retention;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FunctionSettingsTest {

    @Test
    void areTheDefaultsInAnEmptyEnvironment() {
        var settings = FunctionSettings.of(Map.of());
        assertThat(settings.table()).isEqualTo(new TableSettings("PageTrackTable", Optional.empty()));
        assertThat(settings.ingest().policy().hosts()).isEmpty();
        assertThat(settings.ingest().retention()).isEmpty();
        assertThat(settings.ingest().policy().pages().counted().matches("any/page/"))
                .isTrue();
        assertThat(settings.ingest().policy().ignoredAddresses().isEmpty()).isTrue();
        assertThat(settings.ingest().policy().suspects()).isEqualTo(SuspectRules.REPORTING);
        assertThat(settings.api()).isEqualTo(ApiSettings.DEFAULT);
    }

    @Test
    void comeFromTheEnvironment() {
        var settings = FunctionSettings.of(Map.ofEntries(
                entry("PAGETRACK_TABLE", "Views"),
                entry("PAGETRACK_SITE_ID", "blog"),
                entry("PAGETRACK_HOSTS", "a.example, b.example"),
                entry("PAGETRACK_EXCLUDES", "drafts/**"),
                entry("PAGETRACK_PAGES", "posts/*.?"),
                entry("PAGETRACK_MERGE_SLASHES", "true"),
                entry("PAGETRACK_IGNORE_ADDRESSES", "203.0.113.7"),
                entry("PAGETRACK_SUSPECTS", "http1, hosting"),
                entry("PAGETRACK_HOSTING_NETWORKS", "64501,AS64500"),
                entry("PAGETRACK_RETENTION", "400"),
                entry("PAGETRACK_CORS_ORIGINS", "https://a.example,https://b.example"),
                entry("PAGETRACK_MAX_AGE", "300")));
        assertThat(settings.table()).isEqualTo(new TableSettings("Views", Optional.of("blog")));
        assertThat(settings.ingest().policy().hosts()).containsExactlyInAnyOrder("a.example", "b.example");
        assertThat(settings.ingest().retention()).contains(new Retention(400));
        assertThat(settings.ingest().policy().pages().counted().matches("drafts/x/"))
                .isFalse();
        assertThat(settings.ingest().policy().pages().alsoPages().names("posts/2.0"))
                .isTrue();
        assertThat(settings.ingest().policy().pages().slashes()).isEqualTo(Slashes.MERGED);
        assertThat(settings.ingest().policy().ignoredAddresses().contains("203.0.113.7"))
                .isTrue();
        assertThat(settings.ingest().policy().suspects().rejecting())
                .containsExactlyInAnyOrder(Suspicion.HOSTING, Suspicion.HTTP1);
        assertThat(settings.ingest().policy().suspects().networks().added()).containsExactly(64500L, 64501L);
        assertThat(settings.api())
                .isEqualTo(new ApiSettings(Set.of("https://a.example", "https://b.example"), Duration.ofMinutes(5)));
    }

    @Test
    void refuseAWrongValue() {
        assertThatThrownBy(() -> FunctionSettings.of(Map.of("PAGETRACK_SITE_ID", "INDEX")))
                .hasMessageContaining("'INDEX'");
        assertThatThrownBy(() -> FunctionSettings.of(Map.of("PAGETRACK_RETENTION", "a year")))
                .hasMessageContaining("'a year'");
        assertThatThrownBy(() -> FunctionSettings.of(Map.of("PAGETRACK_MERGE_SLASHES", "yes")))
                .hasMessage("PAGETRACK_MERGE_SLASHES is 'yes': write true or false.");
        assertThatThrownBy(() -> FunctionSettings.of(Map.of("PAGETRACK_SUSPECTS", "bots")))
                .hasMessageContaining("'bots'");
        assertThatThrownBy(() -> FunctionSettings.of(Map.of("PAGETRACK_HOSTING_NETWORKS", "hosters.txt")))
                .hasMessageContaining("'hosters.txt'");
        assertThatThrownBy(() -> FunctionSettings.of(Map.of("PAGETRACK_MAX_AGE", "-1")))
                .hasMessage("PAGETRACK_MAX_AGE is '-1': write a number of seconds, such as 60.");
    }
}
