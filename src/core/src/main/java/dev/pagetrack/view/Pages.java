package dev.pagetrack.view;

import dev.pagetrack.log.Rejection;
import dev.pagetrack.page.PagePath;
import dev.pagetrack.page.PagePatterns;

/** Which page a path of a log is about. The same few paths make most requests, so they are remembered. */
final class Pages {

    /** At some 150 bytes each, 5 MB. */
    private static final int PATHS = 1 << 15;

    private static final String HTML = "html";
    private static final Page FILE = new Page(null, Rejection.NOT_A_PAGE);

    /**
     * What a path is.
     *
     * @param name the page path, or null where it is no page
     * @param rejection why requests for it are no views: {@link Rejection#PATH}, {@link Rejection#NOT_A_PAGE},
     *     {@link Rejection#EXCLUDED}, or null
     */
    record Page(String name, Rejection rejection) {}

    private final PagePatterns counted;
    private final int decodings;
    private final ByteCache<Page> known = new ByteCache<>(PATHS, this::find);

    /**
     * Knows the pages of one format.
     *
     * @param counted which pages are
     * @param decodings how often paths are percent-encoded
     */
    Pages(PagePatterns counted, int decodings) {
        this.counted = counted;
        this.decodings = decodings;
    }

    int decodings() {
        return decodings;
    }

    Page of(byte[] bytes, int from, int to) {
        return isPlainFile(bytes, from, to) ? FILE : known.get(bytes, from, to);
    }

    /**
     * Whether a path is that of a style sheet, an image and the like, by its bytes alone. Three lines of five are; a site
     * has more of them than pages, so they are not remembered.
     */
    private static boolean isPlainFile(byte[] bytes, int from, int to) {
        int extension = to;
        while (extension > from && bytes[extension - 1] != '.' && bytes[extension - 1] != '/') {
            extension--;
        }
        boolean hasExtension = extension > from && bytes[extension - 1] == '.';
        return hasExtension && !isHtml(bytes, extension, to) && PagePath.isPlain(bytes, from, to);
    }

    /** Whether an extension is {@code html} or {@code htm}, in either case. */
    private static boolean isHtml(byte[] bytes, int from, int to) {
        int length = to - from;
        boolean html = length == HTML.length() || length == HTML.length() - 1;
        for (int i = 0; html && i < length; i++) {
            html = Ascii.lowerCase(bytes[from + i]) == HTML.charAt(i);
        }
        return html;
    }

    private Page find(byte[] bytes, int from, int to) {
        var path = PagePath.of(bytes, from, to, decodings).map(PagePath::value);
        if (path.isEmpty()) {
            return new Page(null, Rejection.PATH);
        }
        var page = path.get();
        if (!looksLikePage(page)) {
            return FILE;
        }
        return new Page(page, counted.matches(page) ? null : Rejection.EXCLUDED);
    }

    /** A page ends in a slash, {@code .html} or {@code .htm}, or its last segment has no extension. */
    private static boolean looksLikePage(String page) {
        if (page.charAt(page.length() - 1) == '/') {
            return true;
        }
        int dot = page.lastIndexOf('.');
        int extension = page.length() - dot - 1;
        return dot < page.lastIndexOf('/')
                || dot < 0
                || ((extension == HTML.length() || extension == HTML.length() - 1)
                        && page.regionMatches(true, dot + 1, HTML, 0, extension));
    }
}
