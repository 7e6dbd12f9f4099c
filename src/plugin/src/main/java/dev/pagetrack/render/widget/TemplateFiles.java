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
 * Where templates are read: the user's folder, then the built-in ones. A name is a simple name, so no template reaches
 * another folder.
 *
 * @param directory the user's folder
 */
record TemplateFiles(Path directory) {

    static final String ENDING = ".mustache";

    /** A file whose name begins with an underscore is a part of others and no widget. */
    private static final Pattern WIDGET = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]*)\\.mustache");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*\\.mustache");

    /** The widget of a template file; empty if the file is no widget's. */
    static Optional<String> widget(Path file) {
        var matcher = WIDGET.matcher(file.getFileName().toString());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * The text of a template without the line end that an editor leaves at its end.
     *
     * @throws RenderException if there is no such template, or it cannot be read
     */
    String text(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new RenderException(
                    "'" + name + "' is no name of a template: letters, digits, - and _ only, no folder");
        }
        try {
            var text = isOwn(name) ? Files.readString(inFolder(name), UTF_8) : builtIn(name);
            return text.endsWith("\r\n")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException e) {
            throw new RenderException(describe(name) + ": not valid UTF-8: save the template as UTF-8", e);
        } catch (IOException e) {
            throw new RenderException(describe(name) + " cannot be read: " + e, e);
        }
    }

    /** The template's place, for messages. */
    private String describe(String name) {
        return isOwn(name) ? directory.resolve(name).toString() : "the built-in " + name;
    }

    /**
     * An error that a template made, with its place: the innermost exception knows the cause, and the innermost place is
     * where it stands in the template.
     */
    RenderException failed(String widget, MustacheException thrown) {
        var place = describe(widget + ENDING);
        var why = thrown.getMessage();
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof MustacheException mustache && mustache.getContext() != null) {
                place = describe(mustache.getContext().file()) + ":"
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

    private boolean isOwn(String name) {
        return NAME.matcher(name).matches() && Files.exists(directory.resolve(name));
    }

    /** A symbolic link may lead anywhere. */
    private Path inFolder(String name) throws IOException {
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
