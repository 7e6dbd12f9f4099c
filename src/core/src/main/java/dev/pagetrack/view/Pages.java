package dev.pagetrack.view;

import dev.pagetrack.log.Rejection;
import dev.pagetrack.page.PagePath;
import org.jspecify.annotations.Nullable;

/** Finds the page of a path in a log. Most requests have the same few paths, so the results are cached. */
final class Pages {

    /** The size of the cache. At some 150 bytes per path it needs 5 MB. */
    private static final int MAX_CACHED = 1 << 15;

    /** The size of the cache for paths that only the content type shows to be pages. A site has few of them. */
    private static final int MAX_CACHED_HTML = 1 << 8;

    private static final String HTML = "html";
    private static final Page NO_PATH = new Page("", Rejection.PATH);
    private static final Page OTHER_FILE = new Page("", Rejection.NOT_A_PAGE);

    /**
     * The result for a path.
     *
     * @param name the page path, or empty if the path is not a page
     * @param rejection why requests for it are not views: {@link Rejection#PATH}, {@link Rejection#NOT_A_PAGE},
     *     {@link Rejection#EXCLUDED}, or null
     */
    record Page(String name, @Nullable Rejection rejection) {}

    private final PagePolicy policy;
    private final int decodings;
    private final boolean hasPatterns;
    private final ByteCache<Page> cache = new ByteCache<>(MAX_CACHED, this::find);
    private final ByteCache<Page> html = new ByteCache<>(MAX_CACHED_HTML, this::findHtml);

    /**
     * Finds the pages of one log format.
     *
     * @param policy which paths are pages, and which pages count
     * @param decodings how often paths are percent-encoded
     */
    Pages(PagePolicy policy, int decodings) {
        this.policy = policy;
        this.hasPatterns = !policy.alsoPages().includes().isEmpty();
        this.decodings = decodings;
    }

    int decodings() {
        return decodings;
    }

    /** The page of a path in a log that does not tell the content type. The path itself tells whether it is a page. */
    Page of(byte[] bytes, int from, int to) {
        return mayBePage(bytes, from, to) ? cache.get(bytes, from, to) : OTHER_FILE;
    }

    /** The page of a path for which the log tells that the response was HTML. */
    Page ofHtml(byte[] bytes, int from, int to) {
        var page = of(bytes, from, to);
        return page.rejection == Rejection.NOT_A_PAGE ? html.get(bytes, from, to) : page;
    }

    private boolean mayBePage(byte[] bytes, int from, int to) {
        return hasPatterns || !isPlainFile(bytes, from, to);
    }

    /**
     * Whether a path is that of a style sheet, an image or another file that is not a page. This needs no decoding. It
     * holds for three lines of five. A site has more such files than pages, so they are not cached.
     */
    private static boolean isPlainFile(byte[] bytes, int from, int to) {
        int extension = to;
        while (extension > from && bytes[extension - 1] != '.' && bytes[extension - 1] != '/') {
            extension--;
        }
        boolean hasExtension = extension > from && bytes[extension - 1] == '.';
        return hasExtension && !isHtml(bytes, extension, to) && PagePath.isPlain(bytes, from, to);
    }

    /** Whether an extension is {@code html} or {@code htm}, in upper or lower case. */
    private static boolean isHtml(byte[] bytes, int from, int to) {
        int length = to - from;
        boolean html = length == HTML.length() || length == HTML.length() - 1;
        for (int i = 0; html && i < length; i++) {
            html = Ascii.lowerCase(bytes[from + i]) == HTML.charAt(i);
        }
        return html;
    }

    private Page find(byte[] bytes, int from, int to) {
        var page = findHtml(bytes, from, to);
        return page.rejection == Rejection.PATH
                        || PagePath.looksLikePage(page.name)
                        || policy.alsoPages().names(page.name)
                ? page
                : OTHER_FILE;
    }

    private Page findHtml(byte[] bytes, int from, int to) {
        return PagePath.of(bytes, from, to, decodings, policy.slashes())
                .map(PagePath::value)
                .map(page -> new Page(page, policy.counted().matches(page) ? null : Rejection.EXCLUDED))
                .orElse(NO_PATH);
    }
}
