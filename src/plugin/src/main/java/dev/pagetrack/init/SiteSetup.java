package dev.pagetrack.init;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import dev.pagetrack.render.InjectRule;
import dev.pagetrack.render.RenderException;
import dev.pagetrack.render.RenderSettings;
import dev.pagetrack.render.SitePreview;
import dev.pagetrack.render.SiteRoot;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/** Sets up a site that is built, but not counted yet. Nothing that is there is overwritten, and no page is changed. */
public final class SiteSetup {

    /** The widget for articles: a sentence, for a theme without a marker has no words around the number. */
    static final String WIDGET = "read-times";

    private static final String TEMPLATE = "<p class=\"pagetrack\">Read {{views}} times</p>\n";
    private static final int SAMPLE = 40;

    private final SetupSettings settings;
    private final Consumer<String> messages;

    /**
     * @param settings what to set up
     * @param messages takes what was done and what to do next, a line each
     */
    public SiteSetup(SetupSettings settings, Consumer<String> messages) {
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * Does it.
     *
     * @throws RenderException if the site holds no page
     */
    public void run() throws IOException {
        write(settings.widgetDirectory().resolve(WIDGET + ".mustache"), TEMPLATE);
        var rules = rules();
        var pom = settings.base().resolve("pom.xml");
        if (!write(pom, new PomText(settings, rules).pom())) {
            boolean configured = Files.readString(pom, UTF_8).contains("pagetrack-maven-plugin");
            messages.accept(
                    configured
                            ? "It has the plugin; this is what would be written today:"
                            : "Add this to its <plugins>:");
            new PomText(settings, rules).plugin().lines().forEach(messages);
        }
        var snippet = settings.generator().flatMap(Snippet::of);
        if (snippet.isPresent()) {
            write(settings.base().resolve(snippet.get().file()), Snippet.TEXT);
            messages.accept(
                    "Or choose the place yourself: write " + snippet.get().use() + " into a template of "
                            + settings.generator().get() + ", and remove the first <inject>.");
        }
        preview(rules);
        messages.accept("Now: mvn package");
    }

    private List<InjectRule> rules() throws IOException {
        var places = new ThemePlaces();
        for (var page : sample()) {
            var document = Parser.htmlParser().setTrackPosition(true).parseInput(Files.readString(page, UTF_8), "");
            places.add(document, page.getParent().equals(settings.siteRoot()) && isIndex(page));
        }
        var rules = new ArrayList<InjectRule>();
        places.views().filter(this::works).findFirst().ifPresent(rules::add);
        places.list().filter(this::works).ifPresent(rules::add);
        if (rules.isEmpty()) {
            messages.accept("No element was found beside which a number belongs in most pages:"
                    + " put a marker into the theme, <span data-pagetrack=\"views\"></span>.");
        }
        return rules;
    }

    /** Whether rendering accepts the rule on every page. */
    private boolean works(InjectRule rule) {
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

    /** Some pages from all over the site, its first among them, in an order that does not depend on the disk. */
    private List<Path> sample() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.walk(settings.siteRoot())) {
            pages = files.filter(Files::isRegularFile)
                    .filter(SiteSetup::isPage)
                    .sorted()
                    .toList();
        }
        if (pages.isEmpty()) {
            throw new RenderException(
                    settings.siteRoot() + " holds no HTML page: build the site first, then run pagetrack:init again");
        }
        int step = Math.max(1, pages.size() / SAMPLE);
        var sample = new ArrayList<Path>();
        for (int i = 0; i < pages.size(); i++) {
            if (i % step == 0
                    || (isIndex(pages.get(i)) && pages.get(i).getParent().equals(settings.siteRoot()))) {
                sample.add(pages.get(i));
            }
        }
        return sample;
    }

    private static boolean isPage(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".html") || name.endsWith(".htm")) && !name.equals("404.html");
    }

    private static boolean isIndex(Path file) {
        return file.getFileName().toString().equals("index.html");
    }

    private boolean write(Path file, String text) throws IOException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, UTF_8, CREATE_NEW);
            messages.accept("Wrote " + file);
            return true;
        } catch (FileAlreadyExistsException e) {
            messages.accept("Left alone, for it is there: " + file);
            return false;
        }
    }
}
