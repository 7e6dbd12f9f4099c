package dev.pagetrack.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * The canonical name of a page: no leading slash, no {@code index.html}, no query, percent-decoded UTF-8 in Unicode's
 * composed form (NFC), except that {@code %} and {@code #} are written {@code %25} and {@code %23}. The root is
 * {@code /}.
 *
 * <p>Only pagetrack itself writes a {@code #} into a partition key, so no page name can equal the partition key of
 * another site or of a rollup. Every {@code %} is escaped, so two different paths never get the same name, unless they
 * are two spellings of the same characters.
 *
 * @param value the name as the table stores it
 */
public record PagePath(String value) {

    /**
     * The version of the naming rules in {@link #of}. The table stores the version that named its pages, so that no run
     * mixes two sets of rules. Increase it with every change that gives any page another name.
     */
    public static final int VERSION = 2;

    /**
     * The maximum length of a name in UTF-8 bytes. The name is used as a sort key, which DynamoDB limits to 1,024
     * bytes.
     */
    public static final int MAX_BYTES = 700;

    /** The root of the site. */
    public static final PagePath ROOT = new PagePath("/");

    private static final String INDEX_DOCUMENT = "index.html";
    private static final String HTML = "html";

    /**
     * Partition keys that a page must not have as its name. Partition keys with a {@code #} need no entry: see above.
     */
    private static final Set<String> RESERVED = Set.of("INDEX", "META");

    private static final int LONGEST_RESERVED = "INDEX".length();

    public PagePath {
        requireNonNull(value, "value");
    }

    /**
     * Names the page that a path in a log stands for.
     *
     * @param bytes holds the path, with or without its leading slash, without the query
     * @param from where the path begins
     * @param to where it ends, exclusive
     * @param decodings how often the log percent-encodes the path: this depends on the log format and the field, and is
     *     never guessed from the path itself
     * @param slashes what several slashes in a row mean
     * @return empty if the path names no page: it has an empty segment, a dot segment or a {@linkplain
     *     PageCharacters#isAllowed forbidden character}, it is not percent-encoded UTF-8, or its name would be longer
     *     than {@value #MAX_BYTES} bytes
     */
    public static Optional<PagePath> of(byte[] bytes, int from, int to, int decodings, Slashes slashes) {
        return isPlain(bytes, from, to)
                ? Optional.of(plain(bytes, from, to))
                : decoded(bytes, from, to, decodings).map(slashes::applyTo).flatMap(PagePath::ofDecoded);
    }

    private static Optional<String> decoded(byte[] bytes, int from, int to, int decodings) {
        var path = new byte[to - from];
        System.arraycopy(bytes, from, path, 0, path.length);
        int length = path.length;
        for (int i = 0; i < decodings; i++) {
            length = PercentDecoder.decode(path, length);
            if (length < 0) {
                return Optional.empty();
            }
        }
        return PercentDecoder.utf8(path, length);
    }

    /**
     * Whether a path in a log has nothing to decode, to reject or to escape. Such a path equals the name of its page,
     * except for a leading slash and the index document. Nearly all paths are like that.
     */
    public static boolean isPlain(byte[] bytes, int from, int to) {
        byte before = '/';
        int i = from < to && bytes[from] == '/' ? from + 1 : from;
        for (; i < to; i++) {
            byte b = bytes[i];
            if (b <= '/' || b == 0x7F) {
                boolean special = b < ' ' || b == 0x7F || b == '%' || b == '#';
                if (special || (before == '/' && (b == '/' || b == '.'))) {
                    return false;
                }
            }
            before = b;
        }
        return to - from <= MAX_BYTES;
    }

    private static PagePath plain(byte[] bytes, int from, int to) {
        int begin = from < to && bytes[from] == '/' ? from + 1 : from;
        var path = new String(bytes, begin, withoutIndexDocument(bytes, begin, to) - begin, ISO_8859_1);
        return path.length() <= LONGEST_RESERVED ? new PagePath(escaped(path)) : new PagePath(path);
    }

    /** Where a plain path ends if its index document is left out. */
    private static int withoutIndexDocument(byte[] bytes, int from, int to) {
        int name = to - INDEX_DOCUMENT.length();
        boolean found = name == from || (name > from && bytes[name - 1] == '/');
        for (int i = name; found && i < to; i++) {
            found = bytes[i] == INDEX_DOCUMENT.charAt(i - name);
        }
        return found ? name : to;
    }

    /**
     * Names the page of a path that is not percent-encoded, such as the path of a file below the site root.
     *
     * @param path separated by slashes, with or without a leading one
     * @return empty if the path names no page: it has an empty segment, a dot segment or a {@linkplain
     *     PageCharacters#isAllowed forbidden character}, or its name would be longer than {@value #MAX_BYTES} bytes
     */
    public static Optional<PagePath> ofDecoded(String path) {
        var composed = PageCharacters.composed(path);
        var relative = composed.startsWith("/") ? composed.substring(1) : composed;
        if (!namesPage(relative)) {
            return Optional.empty();
        }
        var canonical = escaped(withoutIndexDocument(relative));
        return canonical.getBytes(UTF_8).length > MAX_BYTES ? Optional.empty() : Optional.of(new PagePath(canonical));
    }

    private static boolean namesPage(String path) {
        // Servers and browsers disagree on what "//" and dot segments mean, so such paths name no page.
        if (path.startsWith("/") || path.contains("//")) {
            return false;
        }
        if (("/" + path + "/").contains("/./") || ("/" + path + "/").contains("/../")) {
            return false;
        }
        return PageCharacters.areAllowed(path);
    }

    private static String withoutIndexDocument(String path) {
        if (path.equals(INDEX_DOCUMENT)) {
            return "";
        }
        return path.endsWith("/" + INDEX_DOCUMENT) ? path.substring(0, path.length() - INDEX_DOCUMENT.length()) : path;
    }

    private static String escaped(String path) {
        if (path.isEmpty()) {
            return ROOT.value;
        }
        if (RESERVED.contains(path)) {
            return "%" + Integer.toHexString(path.charAt(0)) + path.substring(1);
        }
        return escape(path);
    }

    /**
     * Whether a name looks like that of a page: it ends with a slash, {@code .html} or {@code .htm}, or its last segment
     * has no extension. {@code posts/release-2.0} looks like another file.
     */
    public static boolean looksLikePage(String name) {
        int dot = name.lastIndexOf('.');
        int extension = name.length() - dot - 1;
        return name.endsWith("/")
                || dot < name.lastIndexOf('/')
                || dot < 0
                || ((extension == HTML.length() || extension == HTML.length() - 1)
                        && name.regionMatches(true, dot + 1, HTML, 0, extension));
    }

    /** Composes and escapes a part of a path that is not percent-encoded, as page paths require. */
    public static String escape(String part) {
        return PageCharacters.composed(part).replace("%", "%25").replace("#", "%23");
    }

    @Override
    public String toString() {
        return value;
    }
}
