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

/** All widgets that exist. Each has a template; a template of the user replaces the built-in one of the same name. */
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
    private final List<Path> userFiles;
    private final boolean allowUnescaped;
    private final SortedSet<String> names;

    private WidgetTemplates(
            TemplateFiles files, List<Path> userFiles, boolean allowUnescaped, SortedSet<String> names) {
        this.files = files;
        this.userFiles = userFiles;
        this.allowUnescaped = allowUnescaped;
        this.names = Collections.unmodifiableSortedSet(names);
    }

    /**
     * Finds the widgets.
     *
     * @param directory the folder with the user's templates; it need not exist
     * @param allowUnescaped whether templates may write values unescaped
     * @throws RenderException if the path exists but cannot be read as a folder
     */
    public static WidgetTemplates in(Path directory, boolean allowUnescaped) {
        var names = new TreeSet<>(BUILT_IN);
        var userFiles = new TreeSet<Path>();
        if (Files.exists(directory)) {
            try (var entries = Files.newDirectoryStream(directory, "*" + TemplateFiles.ENDING)) {
                for (var entry : entries) {
                    userFiles.add(entry);
                    TemplateFiles.widgetName(entry).ifPresent(names::add);
                }
            } catch (IOException e) {
                throw new RenderException(
                        "widgetDirectory " + directory
                                + " cannot be read as a folder: set it to the folder of your templates",
                        e);
            }
        }
        return new WidgetTemplates(new TemplateFiles(directory), List.copyOf(userFiles), allowUnescaped, names);
    }

    /** The names of all widgets. */
    public SortedSet<String> names() {
        return names;
    }

    /** The user's template files in order, including those that are only parts of other templates. */
    public List<Path> own() {
        return userFiles;
    }

    /**
     * Reads and checks the templates of some widgets, so that their errors are reported before anything is written.
     *
     * @return the templates by the name of their widget
     * @throws RenderException if a template cannot be read or is wrong, with a message that names the file and the line
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
            var dryRun = new TemplateDryRun();
            var output = new StringWriter();
            compile(widget, dryRun).execute(output, Variables.ALL);
            var html = output.toString();
            EscapingCheck.check(html, dryRun.marks());
            return new WidgetTemplate(
                    widget,
                    files,
                    compile(widget, new TemplateValues()),
                    dryRun.usedNames(),
                    dryRun.isBalanced(),
                    ElementRules.closedBy(HtmlTokenizer.startTags(html)));
        } catch (MustacheException e) {
            throw files.located(widget, e);
        }
    }

    private Mustache compile(String widget, ObjectHandler values) {
        return new SafeTemplates(files, allowUnescaped, values).compile(widget + TemplateFiles.ENDING);
    }
}
