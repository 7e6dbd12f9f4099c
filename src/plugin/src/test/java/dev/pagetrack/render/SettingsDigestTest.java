package dev.pagetrack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.match.MatchRules;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.SiteRoot;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The digest shows whether two renderings have the same settings, so every value must be part of it. */
class SettingsDigestTest {

    private static final InjectRule RULE =
            new InjectRule("h1", "after", "views", Map.of("limit", "3"), List.of("blog/**"), List.of("drafts/**"));

    private static final RenderSettings SETTINGS = new RenderSettings(
            new SiteRoot(Path.of("site"), Optional.of(URI.create("https://blog.example.com/a/"))),
            new PageRules(Map.of("old/", "new/"), true, List.of("secret/**"), List.of("blog/**")),
            Path.of("widgets"),
            true,
            List.of(RULE),
            Locale.GERMAN,
            Optional.of(Instant.parse("2026-03-02T03:04:05Z")),
            Optional.of(Path.of("record")),
            new MatchRules(true, true, 7),
            RootLinks.ALWAYS,
            3);

    @Test
    void differsWheneverAnyValueDiffers() throws ReflectiveOperationException {
        var all = new ArrayList<Object>(others(SETTINGS));
        assertThat(all).hasSizeGreaterThan(20);
        all.add(SETTINGS);

        assertThat(all.stream().map(RenderSettings.class::cast).map(SettingsDigest::of))
                .doesNotHaveDuplicates();
    }

    @Test
    void isTheSameForEqualSettings() {
        var same = SETTINGS.withInjects(List.of(new InjectRule(
                RULE.selector(), RULE.position(), RULE.widget(), RULE.parameters(), RULE.includes(), RULE.excludes())));

        assertThat(SettingsDigest.of(same)).isEqualTo(SettingsDigest.of(SETTINGS));
    }

    @Test
    void differsIfAValueIsInAnotherList() {
        var one = new InjectRule("h1", "after", "views", Map.of(), List.of("a", "b"), List.of());
        var other = new InjectRule("h1", "after", "views", Map.of(), List.of("a"), List.of("b"));

        assertThat(SettingsDigest.of(SETTINGS.withInjects(List.of(one))))
                .isNotEqualTo(SettingsDigest.of(SETTINGS.withInjects(List.of(other))));
    }

    /** Values that each differ from the given value in one place. */
    private static List<Object> others(Object value) throws ReflectiveOperationException {
        if (value instanceof Record components) {
            return otherRecords(components);
        }
        if (value instanceof Optional<?> optional) {
            var others = new ArrayList<Object>(List.of(Optional.empty()));
            others(optional.orElseThrow()).forEach(other -> others.add(Optional.of(other)));
            return others;
        }
        if (value instanceof List<?> list) {
            var others = new ArrayList<Object>(List.of(List.of(), List.of(list.get(0), list.get(0))));
            others(list.get(0)).forEach(other -> others.add(List.of(other)));
            return others;
        }
        if (value instanceof Map<?, ?> map) {
            var entry = map.entrySet().iterator().next();
            return List.of(
                    Map.of(),
                    Map.of(entry.getKey() + "x", entry.getValue()),
                    Map.of(entry.getKey(), entry.getValue() + "x"));
        }
        return List.of(other(value));
    }

    private static List<Object> otherRecords(Record value) throws ReflectiveOperationException {
        var components = value.getClass().getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getAccessor().invoke(value);
        }
        var others = new ArrayList<Object>();
        for (int i = 0; i < components.length; i++) {
            for (var other : others(values[i])) {
                var changed = values.clone();
                changed[i] = other;
                others.add(value.getClass().getConstructor(types).newInstance(changed));
            }
        }
        return others;
    }

    private static Object other(Object value) {
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof String text) {
            return text + "x";
        }
        if (value instanceof Path path) {
            return path.resolve("x");
        }
        if (value instanceof URI uri) {
            return uri.resolve("x/");
        }
        if (value instanceof Instant instant) {
            return instant.plusSeconds(1);
        }
        if (value instanceof RootLinks) {
            return RootLinks.NEVER;
        }
        if (value instanceof Locale) {
            return Locale.FRENCH;
        }
        throw new IllegalArgumentException("add a different value here for " + value.getClass());
    }
}
