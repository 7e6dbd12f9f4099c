package dev.pagetrack.render.widget;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.ObjectHandler;
import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.render.site.RenderException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The widgets there are: a template each, the user's own before the built-in ones. */
public final class WidgetTemplates {

    private static final Set<String> BUILT_IN = Set.of(
            "as-of",
            "counter-jsonld",
            "history",
            "last-viewed",
            "live-views",
            "most-viewed",
            "rank",
            "referrers",
            "site-referrers",
            "site-views",
            "trending",
            "views");

    private final TemplateFiles files;
    private final List<Path> own;
    private final boolean unescaped;
    private final SortedSet<String> names;

    private WidgetTemplates(TemplateFiles files, List<Path> own, boolean unescaped, SortedSet<String> names) {
        this.files = files;
        this.own = own;
        this.unescaped = unescaped;
        this.names = Collections.unmodifiableSortedSet(names);
    }

    /**
     * Finds the widgets.
     *
     * @param directory the user's templates; it need not exist
     * @param unescaped whether they may leave values unescaped
     * @throws RenderException if it is there but cannot be read as a folder
     */
    public static WidgetTemplates in(Path directory, boolean unescaped) {
        var names = new TreeSet<>(BUILT_IN);
        var own = new TreeSet<Path>();
        if (Files.exists(directory)) {
            try (var entries = Files.newDirectoryStream(directory, "*" + TemplateFiles.ENDING)) {
                for (var entry : entries) {
                    own.add(entry);
                    TemplateFiles.widget(entry).ifPresent(names::add);
                }
            } catch (IOException e) {
                throw new RenderException(
                        "widgetDirectory " + directory
                                + " cannot be read as a folder: set it to the folder of your templates",
                        e);
            }
        }
        return new WidgetTemplates(new TemplateFiles(directory), List.copyOf(own), unescaped, names);
    }

    /** The names of all widgets. */
    public SortedSet<String> names() {
        return names;
    }

    /** The files of the user's templates in order, those included that are parts of others. */
    public List<Path> own() {
        return own;
    }

    /**
     * Reads and checks the templates of some widgets, so that their errors come before anything is written.
     *
     * @return each by the name of its widget
     * @throws RenderException if one cannot be read or understood, with a message that names the file and the line
     */
    public Map<String, WidgetTemplate> read(Collection<String> widgets) {
        var templates = new HashMap<String, WidgetTemplate>();
        for (var widget : widgets) {
            templates.put(widget, read(widget));
        }
        return templates;
    }

    private WidgetTemplate read(String widget) {
        try {
            var rehearsal = new TemplateDryRun();
            var rehearsed = new StringWriter();
            compiled(widget, rehearsal).execute(rehearsed, Variables.ALL);
            var html = rehearsed.toString();
            EscapingCheck.check(html, rehearsal.marks());
            return new WidgetTemplate(
                    widget,
                    files,
                    compiled(widget, new TemplateValues()),
                    rehearsal.used(),
                    rehearsal.isEven(),
                    ElementRules.closedBy(HtmlTokenizer.startTags(html)));
        } catch (MustacheException e) {
            throw files.failed(widget, e);
        }
    }

    private Mustache compiled(String widget, ObjectHandler values) {
        return new SafeTemplates(files, unescaped, values).compile(widget + TemplateFiles.ENDING);
    }
}
