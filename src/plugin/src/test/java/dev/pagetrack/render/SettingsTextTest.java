package dev.pagetrack.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run is told from others by the text of its settings, so nothing may be missing in it. */
class SettingsTextTest {

    private static final SiteRoot ROOT =
            new SiteRoot(Path.of("site"), Optional.of(URI.create("https://blog.example.com/a/")));
    private static final PageRules RULES = new PageRules(Map.of("old/", "new/"), true, List.of("drafts/**"));

    static List<Record> settings() {
        var settings = new RenderSettings(
                ROOT,
                RULES,
                Path.of("widgets"),
                true,
                List.of(),
                Locale.GERMAN,
                Optional.of(Instant.parse("2026-03-02T03:04:05Z")),
                Optional.of(Path.of("record")),
                3);
        return List.of(settings, ROOT, RULES, new FileVersion(11, 22, 33, 44));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void holdsEveryComponent(Record settings) throws ReflectiveOperationException {
        assertThat(settings.getClass().getRecordComponents()).isNotEmpty();
        for (var component : settings.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            var value = component.getAccessor().invoke(settings);

            assertThat(settings.toString()).as(component.getName()).contains(value.toString());
        }
    }
}
