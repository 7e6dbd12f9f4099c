package dev.pagetrack.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * The canonical name of a page: no leading slash, no {@code index.html}, no query, percent-decoded UTF-8 except that
 * {@code %} and {@code #} are written {@code %25} and {@code %23}. The root is {@code /}.
 *
 * <p>Because a {@code #} can only come from us, no page can name the partition of another site or of a rollup, and
 * because every {@code %} is escaped, two different paths never get one name.
 *
 * @param value the name, as it stands in the table
 */
public record PagePath(String value) {

    /**
     * The version of {@link #of}: the table remembers which one named its pages, so that no run mixes two ways.
     * It goes up with every change that names any page in another way.
     */
    public static final int VERSION = 1;

    /** The longest name in UTF-8 bytes. DynamoDB allows a sort key 1,024, and the name is one. */
    public static final int MAX_BYTES = 700;

    /** The root of the site. */
    public static final PagePath ROOT = new PagePath("/");

    private static final String INDEX_DOCUMENT = "index.html";

    /** Partitions of the table that a page of this name would fall into. Those with a {@code #} cannot be reached. */
    private static final Set<String> RESERVED = Set.of("INDEX", "META");

    private static final int LONGEST_RESERVED = "INDEX".length();

    public PagePath {
        requireNonNull(value, "value");
    }

    /**
     * Names the page of a path as it stands in a log.
     *
     * @param bytes holds the path, with or without its leading slash, without the query
     * @param from where the path begins
     * @param to where it ends, exclusive
     * @param decodings how often it was percent-encoded on its way into the log: a fact of format and field, never
     *     guessed from the path itself
     * @return empty if the path names no page: it has an empty segment, a dot segment or a control character, it is not
     *     percent-encoded UTF-8, or its name would be longer than {@value #MAX_BYTES} bytes
     */
    public static Optional<PagePath> of(byte[] bytes, int from, int to, int decodings) {
        return isPlain(bytes, from, to) ? Optional.of(plain(bytes, from, to)) : encoded(bytes, from, to, decodings);
    }

    private static Optional<PagePath> encoded(byte[] bytes, int from, int to, int decodings) {
        var path = new byte[to - from];
        System.arraycopy(bytes, from, path, 0, path.length);
        int length = path.length;
        for (int i = 0; i < decodings; i++) {
            length = PercentDecoder.decode(path, length);
            if (length < 0) {
                return Optional.empty();
            }
        }
        return PercentDecoder.utf8(path, length).flatMap(PagePath::ofDecoded);
    }

    /**
     * Whether a path as it stands in a log has nothing to decode, to refuse or to escape: it is its page's name, but for a
     * leading slash and the index document. Nearly all are like that.
     */
    public static boolean isPlain(byte[] bytes, int from, int to) {
        byte before = '/';
        int i = from < to && bytes[from] == '/' ? from + 1 : from;
        for (; i < to; i++) {
            byte b = bytes[i];
            if (b <= '/' || b == 0x7F) {
                boolean odd = b < ' ' || b == 0x7F || b == '%' || b == '#';
                if (odd || (before == '/' && (b == '/' || b == '.'))) {
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

    /** Where a plain path ends without its index document. */
    private static int withoutIndexDocument(byte[] bytes, int from, int to) {
        int name = to - INDEX_DOCUMENT.length();
        boolean stands = name == from || (name > from && bytes[name - 1] == '/');
        for (int i = name; stands && i < to; i++) {
            stands = bytes[i] == INDEX_DOCUMENT.charAt(i - name);
        }
        return stands ? name : to;
    }

    /**
     * Names the page of a path that is not percent-encoded, as a file's place below the site root.
     *
     * @param path separated by slashes, with or without a leading one
     * @return empty if the path names no page: it has an empty segment, a dot segment or a control character, or its name
     *     would be longer than {@value #MAX_BYTES} bytes
     */
    public static Optional<PagePath> ofDecoded(String path) {
        var relative = path.startsWith("/") ? path.substring(1) : path;
        if (!namesPage(relative)) {
            return Optional.empty();
        }
        var canonical = escaped(withoutIndexDocument(relative));
        return canonical.getBytes(UTF_8).length > MAX_BYTES ? Optional.empty() : Optional.of(new PagePath(canonical));
    }

    private static boolean namesPage(String path) {
        // "//" and dot segments: servers and browsers disagree on what they mean, so no page is named by them.
        if (path.startsWith("/") || path.contains("//")) {
            return false;
        }
        if (("/" + path + "/").contains("/./") || ("/" + path + "/").contains("/../")) {
            return false;
        }
        // NUL ends strings in other programs; the other control characters are never part of a page's address.
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) < ' ' || path.charAt(i) == 0x7F) {
                return false;
            }
        }
        return true;
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

    /** Writes a part of a path, not percent-encoded, as it stands in page paths. */
    public static String escape(String part) {
        return part.replace("%", "%25").replace("#", "%23");
    }

    @Override
    public String toString() {
        return value;
    }
}
