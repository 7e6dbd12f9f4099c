package dev.pagetrack.render.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads aliases: old paths of pages that have another path now. An alias is written {@code /old/post.html /blog/post/},
 * as in the redirect files of hosts and generators.
 */
public final class Aliases {

    private static final String ELEMENT = "<aliases> (pagetrack.aliases)";
    private static final String FORM = "write the old path and the new one, as /old/post.html /blog/post/";

    /** A wildcard, a placeholder, or a URL: none of them names one page of the site. */
    private static final Pattern NOT_A_PAGE = Pattern.compile("\\*|[/=]:|://");

    private final Map<String, String> pages = new LinkedHashMap<>();

    private Aliases() {}

    /**
     * The new page path of each old one.
     *
     * @param entries each an old path and a new one with space between them, or the name of a file with one such pair a
     *     line. In a file, text after a {@code #} is a comment. A status after the pair is ignored, and so are
     *     redirects of many paths ({@code /blog/* /news/:splat}) and from or to other sites, because they name no page
     * @param folder the folder to which names of files are relative
     * @throws RenderException if an entry is neither; the message names the element, or file and line
     */
    public static Map<String, String> read(List<String> entries, Path folder) {
        var aliases = new Aliases();
        for (var entry : entries) {
            var words = entry.strip().split("\\s+", -1);
            if (words.length == 2) {
                aliases.add(ELEMENT, words[0], words[1]);
            } else if (words.length == 1 && Files.isRegularFile(folder.resolve(words[0]))) {
                aliases.addFile(folder.resolve(words[0]));
            } else {
                throw new RenderException(ELEMENT + " has '" + entry.strip() + "', which is not a file: " + FORM
                        + ", or the name of a file of such lines.");
            }
        }
        return aliases.pages;
    }

    private void addFile(Path file) {
        int number = 0;
        for (var line : lines(file)) {
            number++;
            var pair = line.replaceFirst("(?:^|\\s)#.*", "").strip();
            if (NOT_A_PAGE.matcher(pair).find()) {
                continue;
            }
            var words = pair.split("\\s+", -1);
            if (words.length == 3 && words[2].matches("[0-9]{3}!?")) {
                words = new String[] {words[0], words[1]};
            }
            if (words.length == 2) {
                add(file + ":" + number, words[0], words[1]);
            } else if (!words[0].isEmpty()) {
                throw new RenderException(
                        file + ":" + number + ": '" + line.strip() + "' is not an alias: " + FORM + ".");
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (IOException e) {
            throw new RenderException(ELEMENT + ": " + file + " cannot be read as UTF-8 text (" + e + ")", e);
        }
    }

    private void add(String place, String from, String to) {
        var old = SitePaths.path(from);
        var other = pages.put(old, SitePaths.path(to));
        if (other != null && !other.equals(SitePaths.path(to))) {
            throw new RenderException(place + ": '" + from + "' already means " + other + ": keep one of them.");
        }
    }
}
