package dev.pagetrack.render.widget;

import dev.pagetrack.render.marker.MarkedPage;
import dev.pagetrack.render.marker.Marker;
import dev.pagetrack.render.marker.MarkerParameters;
import dev.pagetrack.render.scan.PageTitles;
import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.render.site.SitePaths;
import dev.pagetrack.render.site.SiteRoot;
import dev.pagetrack.render.widget.Rankings.Viewed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What templates see. Every widget sees the same, and what it does not name is never computed. Values are text, truth
 * values, {@link TemplateNumber}s, {@link TemplateInstant}s, groups ({@link TemplateScope} and maps) and lists of them; nothing else of this program
 * can be reached from a template.
 */
public final class WidgetData {

    private final Site site;
    private final PageFigures figures;
    private final PageTitles texts;
    private final Rankings rankings;
    private final SiteRoot root;
    private final Locale locale;
    private final TemplateInstant asOf;

    /**
     * @param site the pages
     * @param figures their views
     * @param texts what they say of themselves
     * @param root the site's address
     * @param locale how numbers read where a marker does not say
     * @param asOf the instant of the figures
     */
    public WidgetData(Site site, PageFigures figures, PageTitles texts, SiteRoot root, Locale locale, Instant asOf) {
        this.site = site;
        this.root = root;
        this.figures = figures;
        this.texts = texts;
        this.rankings = new Rankings(figures, texts);
        this.locale = locale;
        this.asOf = new TemplateInstant(Optional.of(asOf));
    }

    /** What the widget of a marker sees. */
    public TemplateScope of(MarkedPage on, Marker marker) {
        return new MarkerValues(on, marker);
    }

    private final class MarkerValues implements TemplateScope {

        private final MarkedPage on;
        private final Marker marker;
        private final MarkerParameters asked;
        private final SitePage about;
        private final Locale numbers;

        MarkerValues(MarkedPage on, Marker marker) {
            this.on = on;
            this.marker = marker;
            asked = marker.parameters();
            about = asked.page().flatMap(site::find).orElse(on.page());
            numbers = asked.locale().orElse(locale);
        }

        @Override
        public Object value(String name) {
            return switch (name) {
                case "views" -> number(figures.viewsIn(asked.period()).applyAsLong(about));
                case "siteViews" -> number(rankings.sum(asked.selection()));
                case "items" -> list(rankings.mostViewed(asked.selection(), asked.limit()));
                case Variables.TRENDING -> list(rankings.trending(asked.selection(), asked.limit()));
                case "position" -> number(rankings.positions(asked.selection()).getOrDefault(about.path(), 0));
                case "ranked" -> number(rankings.positions(asked.selection()).size());
                case "lastViewed" -> new TemplateInstant(figures.lastViewed(about));
                case "asOf" -> asOf;
                case Variables.HISTORY -> history();
                case Variables.REFERRERS -> referrers(figures.referrers(List.of(about), asked.period()));
                case Variables.SITE_REFERRERS -> referrers(rankings.referrers(asked.selection()));
                case "page" -> new PageValues(on, about);
                case Variables.IN_LIST -> marker.inList();
                default -> parameter(name);
            };
        }

        private Object parameter(String name) {
            return switch (name) {
                case "limit" -> Integer.toString(asked.limit());
                case "period" -> asked.periodText();
                case "prefix" -> asked.selection().prefix();
                case "exclude" -> asked.selection().exclude();
                case "locale" -> numbers.toLanguageTag();
                default -> null;
            };
        }

        private TemplateNumber number(long value) {
            return new TemplateNumber(value, numbers);
        }

        private Map<String, Object> history() {
            return HistoryChart.of(figures.days(about, asked.period()), asked.by(), days -> figures.views(about, days))
                    .data(numbers);
        }

        private List<Map<String, Object>> referrers(Map<String, Long> views) {
            return ReferrerList.of(views, asked.limit(), numbers);
        }

        private List<TemplateScope> list(List<Viewed> pages) {
            var items = new ArrayList<TemplateScope>(pages.size());
            for (var viewed : pages) {
                items.add(new ItemValues(on, viewed, items.size() + 1, numbers));
            }
            return items;
        }
    }

    private class PageValues implements TemplateScope {

        private final MarkedPage on;
        private final SitePage page;

        /**
         * @param on the page that shows them
         * @param page the page they are about
         */
        PageValues(MarkedPage on, SitePage page) {
            this.on = on;
            this.page = page;
        }

        @Override
        public Object value(String name) {
            return switch (name) {
                case "title" -> texts.title(page);
                case "href" ->
                    on.needsLinksFromRoot()
                            ? url()
                            : RelativeLink.between(on.page().name(), link());
                case "url" -> url();
                case "address" -> RelativeLink.absolute(root.url(), root.prefix() + link());
                case "query" -> RelativeLink.query(figures.names(page));
                case "path" -> page.path();
                case "description" -> texts.description(page);
                default -> null;
            };
        }

        private String url() {
            return RelativeLink.fromRoot(root.prefix() + link());
        }

        private String link() {
            return SitePaths.link(page.name());
        }
    }

    private final class ItemValues extends PageValues {

        private final Viewed viewed;
        private final boolean current;
        private final int rank;
        private final Locale numbers;

        ItemValues(MarkedPage on, Viewed viewed, int rank, Locale numbers) {
            super(on, viewed.page());
            this.viewed = viewed;
            this.current = viewed.page().path().equals(on.page().path());
            this.rank = rank;
            this.numbers = numbers;
        }

        @Override
        public Object value(String name) {
            return switch (name) {
                case "rank" -> Integer.toString(rank);
                case "views" -> new TemplateNumber(viewed.views(), numbers);
                case "before" -> new TemplateNumber(viewed.before(), numbers);
                case "current" -> current;
                default -> super.value(name);
            };
        }
    }
}
