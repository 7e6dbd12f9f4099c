package dev.pagetrack.init;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import dev.pagetrack.init.ThemePlaces.ChosenPlace;
import dev.pagetrack.render.RenderSettings;
import dev.pagetrack.render.SitePreview;
import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.site.SiteRoot;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sets up pagetrack for a generated site. Overwrites no file, and changes no page. */
public final class SiteSetup {

    /** The widget for articles. It contains a label, because a theme without markers has none beside the number. */
    static final String VIEWS_WIDGET = "page-views";

    /** The widget for the home page: a list with a heading. */
    static final String LIST_WIDGET = "most-read";

    private static final String INLINE_VIEWS = "<span class=\"pagetrack\"> · Views: {{views}}</span>\n";
    private static final String PARAGRAPH_VIEWS = "<p class=\"pagetrack\">Views: {{views}}</p>\n";
    private static final String HEADED_LIST = "<h2>Most read</h2>\n{{> most-viewed}}\n";

    private final SetupSettings settings;
    private final Consumer<String> messages;

    /**
     * @param settings what to set up
     * @param messages receives what was done and what to do next, one message for each line
     */
    public SiteSetup(SetupSettings settings, Consumer<String> messages) {
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * Finds the places for widgets, and writes the pom, the widgets and the snippet.
     *
     * @throws RenderException if the site has no page
     */
    public void run() throws IOException {
        var rules = rules(SamplePages.of(settings.siteRoot()));
        writePom(rules);
        writeSnippet();
        preview(rules);
        PublishingAdvice.of(settings).forEach(messages);
        messages.accept("Next: mvn " + (settings.isGeneratedBy("maven-site") ? "post-site" : "package"));
    }

    private void writePom(List<InjectRule> rules) throws IOException {
        var pom = settings.pom();
        if (write(pom, new PomText(settings, rules).pom())) {
            return;
        }
        // The artifact id is ASCII in any charset that the pom may have.
        boolean configured = Files.readString(pom, ISO_8859_1).contains("pagetrack-maven-plugin");
        messages.accept(
                configured
                        ? "It has the plugin already. A new pom would contain:"
                        : "Add this to its <plugins>" + (settings.isGeneratedBy("JBake") ? ", after JBake's:" : ":"));
        new PomText(settings, rules).plugin().lines().forEach(messages);
    }

    private void writeSnippet() throws IOException {
        if (settings.generator().isEmpty()) {
            return;
        }
        var generator = settings.generator().get();
        var snippet = Snippet.of(settings.base(), generator);
        if (snippet.isPresent()) {
            write(settings.base().resolve(snippet.get().file()), Snippet.TEXT);
            messages.accept(
                    "To choose the place yourself, write " + snippet.get().use() + " into a template of "
                            + generator.name() + ", and remove the first <inject>."
                            + snippet.get().condition());
        }
    }

    private List<InjectRule> rules(ThemePlaces places) throws IOException {
        var rules = new ArrayList<InjectRule>();
        var views = places.views()
                .filter(chosen -> isAccepted(views("views", chosen)))
                .findFirst();
        if (views.isPresent()) {
            write(template(VIEWS_WIDGET), views.get().place().inline() ? INLINE_VIEWS : PARAGRAPH_VIEWS);
            rules.add(views(VIEWS_WIDGET, views.get()));
        } else {
            messages.accept("No element was found that most pages have and that a view count fits beside:"
                    + (places.rebuilt().isEmpty()
                            ? " put a marker into the theme, <span data-pagetrack=\"views\"></span>."
                            : rebuilt(places.rebuilt())));
        }
        var list = places.list()
                .filter(place -> isAccepted(list("most-viewed", place, places.sayArticle())))
                .findFirst();
        if (list.isPresent()) {
            write(template(LIST_WIDGET), HEADED_LIST);
            rules.add(list(LIST_WIDGET, list.get(), places.sayArticle()));
        }
        return rules;
    }

    /** Says why a site that is an app in the browser has no place inside of it, and what works. */
    private static String rebuilt(Collection<String> containers) {
        return " a script builds the content of " + String.join(" and ", containers)
                + " anew in the browser, so figures"
                + " inside would vanish. Let a component of the theme show them, from the file of pagetrack:fetch or"
                + " from the statistics API (pagetrack:serve, pagetrack:deploy).";
    }

    private static InjectRule views(String widget, ChosenPlace chosen) {
        var place = chosen.place();
        return new InjectRule(place.selector(), place.position(), widget, Map.of(), List.of(), chosen.excludes());
    }

    /** The list is on the home page. It names articles if the site has any, else all pages but the home page. */
    private static InjectRule list(String widget, ThemePlace place, boolean articles) {
        var others = articles ? Map.of("only", "articles") : Map.of("exclude", ThemePlaces.HOME);
        return new InjectRule(place.selector(), place.position(), widget, others, List.of(ThemePlaces.HOME), List.of());
    }

    private Path template(String widget) {
        return settings.widgetDirectory().resolve(widget + ".mustache");
    }

    /** Whether a rendering with this rule has no error and an effect. */
    private boolean isAccepted(InjectRule rule) {
        try {
            return !preview(List.of(rule), 1).isEmpty();
        } catch (RenderException e) {
            return false;
        }
    }

    private void preview(List<InjectRule> rules) {
        for (var rule : rules) {
            messages.accept(rule.widget() + " " + rule.position() + " " + rule.selector() + ":");
            for (var line : preview(List.of(rule), 3)) {
                messages.accept("  " + line);
            }
        }
    }

    private List<String> preview(List<InjectRule> rules, int examples) {
        var site = new SiteRoot(settings.siteRoot(), Optional.empty());
        var plain = RenderSettings.of(site, settings.widgetDirectory());
        return SitePreview.of(plain.withInjects(rules), examples);
    }

    private boolean write(Path file, String text) throws IOException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, UTF_8, CREATE_NEW);
            messages.accept("Wrote " + file);
            return true;
        } catch (FileAlreadyExistsException e) {
            messages.accept("Kept, because it exists already: " + file);
            return false;
        }
    }
}
