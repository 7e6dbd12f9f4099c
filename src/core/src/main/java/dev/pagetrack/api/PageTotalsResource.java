package dev.pagetrack.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.figures.TotalVisitor;
import dev.pagetrack.table.PageTrackTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /pagetotals}: a flat JSON object as in the blog series, page path to views, for all pages, the pages of a
 * section, or the pages that the request names.
 */
final class PageTotalsResource implements Resource {

    /** The most items that one BatchGetItem call of DynamoDB reads. */
    private static final int MAX_PAGES = 100;

    /**
     * The length at which a response is cut. A Lambda function may return 6 MB of JSON, and this text is one JSON
     * string in it: a quote needs one more character there, and a character has up to three bytes. A third of the limit
     * is safe.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
     */
    static final int MAX_CHARACTERS = 1_900_000;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final PageTrackTable table;
    private final int maxCharacters;

    PageTotalsResource(PageTrackTable table, int maxCharacters) {
        this.table = table;
        this.maxCharacters = maxCharacters;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("prefix", "page", "after");
    }

    @Override
    public Content answer(QueryParameters parameters) {
        var prefix = parameters.prefix();
        var after = parameters.key("after");
        var pages = parameters.pages(MAX_PAGES);
        if (!after.isEmpty() && !after.startsWith(prefix)) {
            throw parameters.wrong("after", "It must be a page path that begins with prefix.");
        }
        if (pages.isEmpty()) {
            return section(prefix, after);
        }
        if (!prefix.isEmpty() || !after.isEmpty()) {
            throw ApiProblem.badRequest("page is given, and prefix or after", "Ask either for pages or for a section.");
        }
        var totals = new LinkedHashMap<String, Long>();
        table.totals(pages).forEach((page, total) -> totals.put(page, total.views()));
        return Content.json(totals);
    }

    private Content section(String prefix, String after) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            var section = new Section(text, json);
            table.totals(prefix, after, section);
            json.writeEndObject();
            json.flush();
            return new Content(
                    Content.JSON, text.toString(), section.cutAfter.map(last -> "/pagetotals?" + query(prefix, last)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String query(String prefix, String after) {
        var query = "after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return prefix.isEmpty() ? query : "prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8) + "&" + query;
    }

    /** Writes the pages of a section one by one, until the text has its maximum length. */
    private final class Section implements TotalVisitor {

        private final StringWriter text;
        private final JsonGenerator json;
        private String last = "";
        private Optional<String> cutAfter = Optional.empty();

        Section(StringWriter text, JsonGenerator json) {
            this.text = text;
            this.json = json;
        }

        @Override
        public boolean visit(String page, PageTotal total) {
            if (text.getBuffer().length() + json.getOutputBuffered() > maxCharacters) {
                cutAfter = Optional.of(last);
                return false;
            }
            try {
                json.writeNumberField(page, total.views());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            last = page;
            return true;
        }
    }
}
