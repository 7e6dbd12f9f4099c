package dev.pagetrack.render.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The addresses that a service worker stores together with a hash of their content: {@code {"url": …, "revision": …}}
 * of <a href="https://developer.chrome.com/docs/workbox/modules/workbox-precaching">Workbox</a>, pairs of address and
 * hash of its predecessor sw-precache, and the {@code hashTable} of Angular. A browser loads such an address again only
 * if the hash differs.
 */
public final class PrecacheList {

    /** An object without objects in it. */
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*+\\}");

    private static final Pattern URL = Pattern.compile("\\burl[\"']?\\s*:\\s*([\"'`])([^\"'`]*)\\1");

    /** A revision of {@code null} means that the address itself holds a hash. */
    private static final Pattern REVISION = Pattern.compile("\\brevision[\"']?\\s*:\\s*[\"'`][^\"'`]");

    private static final Pattern PAIR =
            Pattern.compile("\\[\\s*([\"'])([^\"']+)\\1\\s*,\\s*[\"'][0-9a-fA-F]{32,64}[\"']\\s*\\]");

    private static final Pattern IN_HASH_TABLE = Pattern.compile("\"([^\"]+)\"\\s*:\\s*\"[0-9a-f]{40}\"");

    private PrecacheList() {}

    /**
     * The addresses as they are written in a file; none if it lists none.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public static List<String> addresses(Path file) {
        try {
            return addresses(new String(Files.readAllBytes(file), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e, e);
        }
    }

    static List<String> addresses(String text) {
        var found = new ArrayList<String>();
        for (var object = OBJECT.matcher(text); object.find(); ) {
            var url = URL.matcher(object.group());
            if (url.find() && REVISION.matcher(object.group()).find()) {
                found.add(unescaped(url.group(2)));
            }
        }
        for (var pair = PAIR.matcher(text); pair.find(); ) {
            found.add(unescaped(pair.group(2)));
        }
        for (var entry = IN_HASH_TABLE.matcher(text); entry.find(); ) {
            found.add(unescaped(entry.group(1)));
        }
        return found;
    }

    /** Addresses need no escapes, but JSON may escape slashes. */
    private static String unescaped(String text) {
        return text.replace("\\/", "/");
    }
}
