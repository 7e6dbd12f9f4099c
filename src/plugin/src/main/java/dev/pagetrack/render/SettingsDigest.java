package dev.pagetrack.render;

import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.match.MatchRules;
import dev.pagetrack.render.record.Digest;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.SiteRoot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes a digest of all settings of a rendering, to compare them with those of another rendering. */
final class SettingsDigest {

    private final Digest digest = new Digest();

    private SettingsDigest() {}

    static String of(RenderSettings settings) {
        var all = new SettingsDigest();
        all.add(settings.site());
        all.add(settings.pages());
        all.digest.add(settings.widgetDirectory().toString());
        all.digest.add(settings.unescaped());
        all.add(settings.injects());
        all.digest.add(settings.locale().toString());
        all.add(settings.now());
        all.add(settings.record());
        all.add(settings.matching());
        all.digest.add(settings.rootLinks().name());
        all.digest.add(settings.threads());
        return all.digest.text();
    }

    private void add(SiteRoot site) {
        digest.add(site.folder().toString());
        add(site.url());
    }

    private void add(PageRules rules) {
        add(rules.aliases());
        digest.add(rules.ignoreCase());
        addTexts(rules.unlisted());
        addTexts(rules.articles());
    }

    private void add(MatchRules rules) {
        digest.add(rules.failOnMismatch());
        digest.add(rules.failOnLostPages());
        digest.add(rules.lostPagesViews());
    }

    private void add(List<InjectRule> rules) {
        digest.add(rules.size());
        for (var rule : rules) {
            digest.add(rule.selector());
            digest.add(rule.position());
            digest.add(rule.widget());
            add(rule.parameters());
            addTexts(rule.includes());
            addTexts(rule.excludes());
        }
    }

    private void add(Map<String, String> texts) {
        digest.add(texts.size());
        for (var text : texts.entrySet()) {
            digest.add(text.getKey());
            digest.add(text.getValue());
        }
    }

    private void addTexts(List<String> texts) {
        digest.add(texts.size());
        for (var text : texts) {
            digest.add(text);
        }
    }

    private void add(Optional<?> value) {
        digest.add(value.isPresent());
        if (value.isPresent()) {
            digest.add(value.get().toString());
        }
    }
}
