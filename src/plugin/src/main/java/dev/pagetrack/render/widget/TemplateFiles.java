package dev.pagetrack.render.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.mustachejava.MustacheException;
import dev.pagetrack.render.site.RenderException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds and reads templates: first in the user's folder, then among the built-in ones. Names of templates hold no
 * folder, so a template cannot include a file from elsewhere.
 *
 * @param directory the user's folder
 */
record TemplateFiles(Path directory) {

    static final String ENDING = ".mustache";

    /** A file whose name begins with an underscore is only a part of other templates, and not a widget. */
    private static final Pattern WIDGET = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]*)\\.mustache");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*\\.mustache");

    /** The name of the widget whose template a file is; empty if the file is not the template of a widget. */
    static Optional<String> widgetName(Path file) {
        var matcher = WIDGET.matcher(file.getFileName().toString());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Reads the text of a template, without the line break at the end of its last line, which editors add.
     *
     * @throws RenderException if there is no template of that name, or it cannot be read
     */
    String text(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new RenderException(
                    "'" + name + "' is not the name of a template: use only letters, digits, - and _, and no folder");
        }
        try {
            var text = isUserFile(name) ? Files.readString(inUserFolder(name), UTF_8) : builtIn(name);
            return text.endsWith("\r\n")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException e) {
            throw new RenderException(describe(name) + ": not valid UTF-8: save the template as UTF-8", e);
        } catch (IOException e) {
            throw new RenderException(describe(name) + " cannot be read: " + e, e);
        }
    }

    /** The path of a template, for messages. */
    private String describe(String name) {
        return isUserFile(name) ? directory.resolve(name).toString() : "the built-in " + name;
    }

    /**
     * Makes an exception whose message begins with the file and line of the error. The innermost exception has the
     * cause; the innermost exception with a context has the place in the template.
     */
    RenderException located(String widget, MustacheException thrown) {
        var place = describe(widget + ENDING);
        var message = thrown.getMessage();
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof MustacheException mustache && mustache.getContext() != null) {
                place = describe(mustache.getContext().file()) + ":"
                        + mustache.getContext().line();
                message = withoutPlace(mustache);
            } else if (e instanceof RenderException || e instanceof MustacheException) {
                message = e.getMessage();
            }
        }
        return new RenderException(place + ": " + message, thrown);
    }

    private static String withoutPlace(MustacheException e) {
        var suffix = " @" + e.getContext();
        var message = String.valueOf(e.getMessage());
        return message.endsWith(suffix) ? message.substring(0, message.length() - suffix.length()) : message;
    }

    private boolean isUserFile(String name) {
        return NAME.matcher(name).matches() && Files.exists(directory.resolve(name));
    }

    /** Resolves symbolic links, because a link may lead out of the folder. */
    private Path inUserFolder(String name) throws IOException {
        var file = directory.resolve(name).toRealPath();
        if (!file.startsWith(directory.toRealPath())) {
            throw new RenderException(
                    describe(name) + " is a link to " + file + ", outside of the folder: copy the file into it");
        }
        return file;
    }

    private String builtIn(String name) throws IOException {
        try (var resource = TemplateFiles.class.getResourceAsStream("widgets/" + name)) {
            if (resource == null) {
                throw new RenderException(
                        "there is no template " + name + " in " + directory + ", and no built-in one");
            }
            return new String(resource.readAllBytes(), UTF_8);
        }
    }
}
