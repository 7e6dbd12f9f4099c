package dev.pagetrack.render;

import dev.pagetrack.render.Rankings.Viewed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What templates see. Every widget sees the same, and what it does not name is never computed: values that cost something
 * stand as suppliers. Values are text, truth values, {@link Figure}s, maps and lists of maps; nothing else of this program
 * can be reached from a template.
 */
final class WidgetData {

    private final Site site;
    private final PageFigures figures;
    private final PageTexts texts;
    private final Rankings rankings;
    private final SiteRoot root;
    private final Locale locale;
    private final Moment asOf;

    /**
     * @param site the pages
     * @param figures their views
     * @param texts what they say of themselves
     * @param root the site's address
     * @param locale how numbers read where a marker does not say
     * @param asOf the instant of the figures
     */
    WidgetData(Site site, PageFigures figures, PageTexts texts, SiteRoot root, Locale locale, Instant asOf) {
        this.site = site;
        this.root = root;
        this.figures = figures;
        this.texts = texts;
        this.rankings = new Rankings(figures, texts);
        this.locale = locale;
        this.asOf = new Moment(Optional.of(asOf));
    }

    /** What the widget of a marker sees. */
    Map<String, Object> of(MarkedPage on, Marker marker) {
        var asked = marker.parameters();
        var about = asked.page().flatMap(site::find).orElse(on.page());
        var numbers = asked.locale().orElse(locale);
        var data = new HashMap<String, Object>();
        data.put("views", lazy(() -> new Figure(figures.views(about, asked.period()), numbers)));
        data.put("siteViews", lazy(() -> new Figure(rankings.sum(asked.selection()), numbers)));
        data.put("items", lazy(() -> list(on, rankings.mostViewed(asked.selection(), asked.limit()), numbers)));
        data.put(
                Variables.TRENDING, lazy(() -> list(on, rankings.trending(asked.selection(), asked.limit()), numbers)));
        data.put("position", lazy(() -> new Figure(position(about, asked.selection()), numbers)));
        data.put(
                "ranked",
                lazy(() -> new Figure(rankings.positions(asked.selection()).size(), numbers)));
        data.put("lastViewed", lazy(() -> new Moment(figures.lastViewed(about))));
        data.put(Variables.HISTORY, lazy(() -> history(about, asked).data(numbers)));
        data.put(
                Variables.REFERRERS,
                lazy(() ->
                        ReferrerList.of(figures.referrers(Stream.of(about), asked.period()), asked.limit(), numbers)));
        data.put(
                Variables.SITE_REFERRERS,
                lazy(() -> ReferrerList.of(rankings.referrers(asked.selection()), asked.limit(), numbers)));
        data.put("page", lazy(() -> page(on, about)));
        data.put("inList", marker.inList());
        data.put("locale", lazy(numbers::toLanguageTag));
        data.put("asOf", asOf);
        putParameters(data, asked);
        return data;
    }

    private static void putParameters(Map<String, Object> data, MarkerParameters asked) {
        data.put("limit", lazy(() -> Integer.toString(asked.limit())));
        data.put("period", asked.periodText());
        data.put("prefix", asked.selection().prefix());
        data.put("exclude", asked.selection().exclude());
    }

    private int position(SitePage page, Selection selection) {
        return rankings.positions(selection).getOrDefault(page.path(), 0);
    }

    private HistoryChart history(SitePage page, MarkerParameters asked) {
        return HistoryChart.of(figures.days(page, asked.period()), asked.by(), days -> figures.views(page, days));
    }

    private List<Map<String, Object>> list(MarkedPage on, List<Viewed> pages, Locale numbers) {
        var items = new ArrayList<Map<String, Object>>();
        for (var viewed : pages) {
            var item = page(on, viewed.page());
            item.put("rank", Integer.toString(items.size() + 1));
            item.put("views", new Figure(viewed.views(), numbers));
            item.put("before", new Figure(viewed.before(), numbers));
            item.put("current", viewed.page().path().equals(on.page().path()));
            items.add(item);
        }
        return items;
    }

    private Map<String, Object> page(MarkedPage on, SitePage page) {
        var data = new HashMap<String, Object>();
        data.put("title", lazy(() -> texts.title(page)));
        data.put("href", lazy(() -> on.hasBase() ? url(page) : between(on.page(), page)));
        data.put("url", lazy(() -> url(page)));
        data.put("address", lazy(() -> RelativeLink.absolute(root.url(), root.prefix() + SitePages.link(page.name()))));
        data.put("query", lazy(() -> RelativeLink.query(figures.names(page))));
        data.put("path", page.path());
        data.put("description", lazy(() -> texts.description(page)));
        return data;
    }

    private static String between(SitePage from, SitePage to) {
        return RelativeLink.between(from.name(), SitePages.link(to.name()));
    }

    private String url(SitePage page) {
        return RelativeLink.fromRoot(root.prefix() + SitePages.link(page.name()));
    }

    private static Supplier<Object> lazy(Supplier<Object> value) {
        return value;
    }
}
