package dev.pagetrack.render;

import dev.pagetrack.render.PageFigures.Viewed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What templates see. Every widget sees the same, and what it does not name is never computed: values that cost something
 * stand as suppliers. Values are text, truth values, {@link Figure}s, maps and lists of maps; nothing else of this program
 * can be reached from a template.
 */
final class WidgetData {

    /** Every variable that a template can name, anywhere; a value of a map also by its own name inside its section. */
    static final Set<String> VARIABLES = Set.of(
            "views",
            "views.raw",
            "views.grouped",
            "items",
            "rank",
            "title",
            "href",
            "url",
            "path",
            "description",
            "current",
            "page",
            "page.title",
            "page.href",
            "page.url",
            "page.path",
            "page.description",
            "inList",
            "limit",
            "period",
            "prefix",
            "locale",
            "asOf",
            "raw",
            "grouped",
            ".");

    private final Site site;
    private final PageFigures figures;
    private final PageTexts texts;
    private final String prefix;
    private final Locale locale;
    private final String asOf;

    /**
     * @param site the pages
     * @param figures their views
     * @param texts what they say of themselves
     * @param prefix what page paths begin with
     * @param locale how numbers read where a marker does not say
     * @param asOf the instant of the figures
     */
    WidgetData(Site site, PageFigures figures, PageTexts texts, String prefix, Locale locale, Instant asOf) {
        this.site = site;
        this.prefix = prefix;
        this.figures = figures;
        this.texts = texts;
        this.locale = locale;
        this.asOf = asOf.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What the widget of a marker sees. */
    Map<String, Object> of(SitePage on, Marker marker) {
        var asked = marker.parameters();
        var about = asked.page().flatMap(site::find).orElse(on);
        var numbers = asked.locale().orElse(locale);
        var data = new HashMap<String, Object>();
        data.put("views", lazy(() -> new Figure(figures.views(about, asked.period()), numbers)));
        data.put("items", lazy(() -> items(on, asked, numbers)));
        data.put("page", lazy(() -> page(on, about)));
        data.put("inList", marker.inList());
        data.put("limit", lazy(() -> Integer.toString(asked.limit())));
        data.put("period", asked.periodText());
        data.put("prefix", asked.prefix());
        data.put("locale", lazy(numbers::toLanguageTag));
        data.put("asOf", asOf);
        return data;
    }

    private List<Map<String, Object>> items(SitePage on, MarkerParameters asked, Locale numbers) {
        var items = new ArrayList<Map<String, Object>>();
        for (Viewed viewed : figures.mostViewed(asked.period(), asked.prefix(), asked.limit())) {
            var item = page(on, viewed.page());
            item.put("rank", Integer.toString(items.size() + 1));
            item.put("views", new Figure(viewed.views(), numbers));
            item.put("current", viewed.page().path().equals(on.path()));
            items.add(item);
        }
        return items;
    }

    private Map<String, Object> page(SitePage on, SitePage page) {
        var data = new HashMap<String, Object>();
        data.put("title", lazy(() -> texts.title(page)));
        data.put("href", lazy(() -> RelativeLink.between(on.name(), SitePages.link(page.name()))));
        data.put("url", lazy(() -> RelativeLink.fromRoot(prefix + SitePages.link(page.name()))));
        data.put("path", page.path());
        data.put("description", lazy(() -> texts.description(page)));
        return data;
    }

    private static Supplier<Object> lazy(Supplier<Object> value) {
        return value;
    }
}
