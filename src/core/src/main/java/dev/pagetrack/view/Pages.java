package dev.pagetrack.view;

import dev.pagetrack.log.Rejection;
import dev.pagetrack.page.PagePath;
import dev.pagetrack.page.PagePatterns;
import java.util.Locale;

/** Which page a path of a log is about. The same few paths make most requests, so they are remembered. */
final class Pages {

    /** At some 150 bytes each, 5 MB. */
    private static final int PATHS = 1 << 15;

    /**
     * What a path is.
     *
     * @param name the page path; null where it names none
     * @param refusal why requests for it are no views: {@link Rejection#PATH}, {@link Rejection#NOT_A_PAGE},
     *     {@link Rejection#EXCLUDED}, or null
     */
    record Page(String name, Rejection refusal) {}

    private final PagePatterns counted;
    private final int decodings;
    private final Remembered<Page> known = new Remembered<>(PATHS, this::find);

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
        return known.get(bytes, from, to);
    }

    private Page find(byte[] bytes, int from, int to) {
        if (!(PagePath.of(bytes, from, to, decodings) instanceof PagePath page)) {
            return new Page(null, Rejection.PATH);
        }
        if (!looksLikePage(page.value())) {
            return new Page(page.value(), Rejection.NOT_A_PAGE);
        }
        return new Page(page.value(), counted.matches(page.value()) ? null : Rejection.EXCLUDED);
    }

    /** A page ends in a slash or {@code .html}, or its last segment has no extension. */
    private static boolean looksLikePage(String page) {
        int name = page.lastIndexOf('/') + 1;
        if (page.indexOf('.', name) < 0) {
            return true;
        }
        var lower = page.substring(name).toLowerCase(Locale.ROOT);
        return lower.endsWith(".html") || lower.endsWith(".htm");
    }
}
