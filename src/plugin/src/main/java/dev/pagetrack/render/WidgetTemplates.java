package dev.pagetrack.render;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.ObjectHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The widgets there are: a template each, the user's own before the built-in ones. */
final class WidgetTemplates {

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
    private final boolean unescaped;
    private final SortedSet<String> names;
    private final Map<String, Mustache> compiled = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> used = new ConcurrentHashMap<>();
    private final Set<String> even = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> closes = new ConcurrentHashMap<>();

    private WidgetTemplates(TemplateFiles files, boolean unescaped, SortedSet<String> names) {
        this.files = files;
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
    static WidgetTemplates in(Path directory, boolean unescaped) {
        var names = new TreeSet<>(BUILT_IN);
        if (Files.exists(directory)) {
            try (var entries = Files.newDirectoryStream(directory, "*" + TemplateFiles.ENDING)) {
                for (var entry : entries) {
                    TemplateFiles.widget(entry).ifPresent(names::add);
                }
            } catch (IOException e) {
                throw new RenderException(
                        "widgetDirectory " + directory
                                + " cannot be read as a folder: set it to the folder of your templates",
                        e);
            }
        }
        return new WidgetTemplates(new TemplateFiles(directory), unescaped, names);
    }

    /** The names of all widgets. */
    SortedSet<String> names() {
        return names;
    }

    /**
     * Reads a widget's template, so that its errors come before anything is written.
     *
     * @throws RenderException if it cannot be read or understood, with a message that names the file and the line
     */
    void prepare(String widget) {
        try {
            var rehearsal = new Rehearsal();
            var rehearsed = new StringWriter();
            templates(rehearsal).compile(widget + TemplateFiles.ENDING).execute(rehearsed, Variables.ALL);
            ValuePlaces.check(rehearsed.toString(), rehearsal.values());
            compiled.put(widget, templates(new TemplateValues()).compile(widget + TemplateFiles.ENDING));
            used.put(widget, rehearsal.used());
            if (rehearsal.isEven()) {
                even.add(widget);
            }
            closes.put(widget, ElementRules.closedBy(HtmlTokenizer.startTags(rehearsed.toString())));
        } catch (MustacheException e) {
            throw failed(widget, e);
        }
    }

    private SafeTemplates templates(ObjectHandler values) {
        return new SafeTemplates(files, unescaped, values);
    }

    /**
     * Whether a widget's template names a variable, or one of its values.
     *
     * @param widget a widget that was prepared
     */
    boolean uses(String widget, String variable) {
        for (var name : used.get(widget)) {
            if (name.equals(variable) || name.startsWith(variable + ".")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether what a widget shows opens and ends the same elements, whatever the figures are.
     *
     * @param widget a widget that was prepared
     */
    boolean isEven(String widget) {
        return even.contains(widget);
    }

    /**
     * Whether a widget's template names more of the instant of the figures than its day.
     *
     * @param widget a widget that was prepared
     */
    boolean showsInstant(String widget) {
        var names = used.get(widget);
        return names.contains(Variables.AS_OF) || names.contains(Variables.AS_OF_TIME);
    }

    /**
     * The elements that a widget may end where they are open around it, by the start tags that its template writes.
     *
     * @param widget a widget that was prepared
     */
    Set<String> closes(String widget) {
        return closes.get(widget);
    }

    /**
     * The widget as HTML.
     *
     * @param widget a widget that was prepared
     * @param data what its template sees
     */
    String render(String widget, Values data) {
        var html = new StringWriter();
        try {
            compiled.get(widget).execute(html, data);
        } catch (MustacheException e) {
            throw failed(widget, e);
        }
        return html.toString();
    }

    /** The innermost exception knows the cause, and the innermost place is where it stands in the template. */
    private RenderException failed(String widget, MustacheException thrown) {
        var place = files.describe(widget + TemplateFiles.ENDING);
        var why = thrown.getMessage();
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof MustacheException mustache && mustache.getContext() != null) {
                place = files.describe(mustache.getContext().file()) + ":"
                        + mustache.getContext().line();
                why = withoutPlace(mustache);
            } else if (e instanceof RenderException || e instanceof MustacheException) {
                why = e.getMessage();
            }
        }
        return new RenderException(place + ": " + why, thrown);
    }

    private static String withoutPlace(MustacheException e) {
        var suffix = " @" + e.getContext();
        var message = e.getMessage();
        return message.endsWith(suffix) ? message.substring(0, message.length() - suffix.length()) : message;
    }
}
