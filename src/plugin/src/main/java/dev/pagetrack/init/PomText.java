package dev.pagetrack.init;

import dev.pagetrack.render.marker.InjectRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Generates a small pom for a site without one; or only the {@code <plugin>} element, for an existing pom. */
final class PomText {

    private final SetupSettings settings;
    private final List<InjectRule> rules;

    PomText(SetupSettings settings, List<InjectRule> rules) {
        this.settings = settings;
        this.rules = rules;
    }

    String pom() {
        return String.join(
                "\n",
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">",
                "  <modelVersion>4.0.0</modelVersion>",
                "  <groupId>site</groupId><artifactId>" + artifact()
                        + "</artifactId><version>1</version><packaging>pom</packaging>",
                "  <build><plugins><plugin>",
                pluginContent() + "  </plugin></plugins></build>",
                "</project>",
                "");
    }

    /** The {@code <plugin>} element, indented for a pom. */
    String plugin() {
        return "  <plugin>\n" + pluginContent() + "  </plugin>\n";
    }

    private String pluginContent() {
        return String.join(
                "\n",
                "    <groupId>dev.pagetrack</groupId><artifactId>pagetrack-maven-plugin</artifactId><version>"
                        + escaped(settings.version()) + "</version>",
                "    <configuration>",
                configuration() + "    </configuration>",
                "    <executions><execution>" + phase() + "<goals>" + goals() + "</goals></execution></executions>",
                "");
    }

    /** The default phases of the goals belong to the default lifecycle, so {@code mvn site} does not run them. */
    private String phase() {
        return settings.isGeneratedBy("maven-site") ? "<phase>post-site</phase>" : "";
    }

    private String goals() {
        var ingest = settings.configuration().containsKey("logs") ? "<goal>ingest</goal>" : "";
        return ingest + "<goal>render</goal>";
    }

    private String configuration() {
        var lines = new StringBuilder();
        if (!settings.isGeneratedBy("JBake")) { // its folder's name contains the version; render finds it
            var root =
                    settings.base().relativize(settings.siteRoot()).toString().replace('\\', '/');
            element(lines, Map.entry("siteRoot", root.isEmpty() ? "." : root));
        }
        settings.configuration().entrySet().forEach(entry -> element(lines, entry));
        if (!rules.isEmpty()) {
            lines.append("      <injects>\n");
            rules.forEach(rule -> lines.append(inject(rule)));
            lines.append("      </injects>\n");
        }
        return lines.toString();
    }

    private static void element(StringBuilder lines, Map.Entry<String, String> entry) {
        lines.append("      <%1$s>%2$s</%1$s>\n".formatted(entry.getKey(), escaped(entry.getValue())));
    }

    private static String inject(InjectRule rule) {
        return "        <inject><selector>" + escaped(rule.selector()) + "</selector><position>" + rule.position()
                + "</position><widget>" + rule.widget() + "</widget>" + parameters(rule)
                + patterns("includes", rule.includes())
                + patterns("excludes", rule.excludes()) + "</inject>\n";
    }

    private static String parameters(InjectRule rule) {
        var elements = new StringBuilder();
        new TreeMap<>(rule.parameters())
                .forEach((name, value) -> elements.append("<%1$s>%2$s</%1$s>".formatted(name, escaped(value))));
        return elements.isEmpty() ? "" : "<parameters>" + elements + "</parameters>";
    }

    private static String patterns(String name, List<String> patterns) {
        return patterns.isEmpty() ? "" : "<" + name + ">" + escaped(String.join(",", patterns)) + "</" + name + ">";
    }

    private String artifact() {
        var name = settings.base().toAbsolutePath().normalize().getFileName();
        var plain = (name == null ? "" : name.toString())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "site" : plain;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
