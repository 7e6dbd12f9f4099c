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
import org.jspecify.annotations.Nullable;

/**
 * The values that templates see. Every widget sees the same ones, and a value that no template names is never computed.
 * A value is a text, a boolean, a {@link TemplateNumber}, a {@link TemplateInstant}, a group (a {@link TemplateScope}
 * or a map) or a list of these. A template cannot reach anything else of this program.
 */
public final class WidgetData {

    private final Site site;
    private final PageFigures figures;
    private final PageTitles titles;
    private final Rankings rankings;
    private final SiteRoot root;
    private final boolean linksFromRoot;
    private final Locale locale;
    private final TemplateInstant asOf;

    /**
     * @param site the pages that exist
     * @param figures the views of the pages
     * @param titles the titles and descriptions of the pages
     * @param root the site's address
     * @param locale the format of numbers in markers that name no locale
     * @param asOf the instant of the figures
     * @param linksFromRoot whether links begin at the root of the host on all pages
     */
    public WidgetData(
            Site site,
            PageFigures figures,
            PageTitles titles,
            SiteRoot root,
            Locale locale,
            Instant asOf,
            boolean linksFromRoot) {
        this.site = site;
        this.root = root;
        this.linksFromRoot = linksFromRoot;
        this.figures = figures;
        this.titles = titles;
        this.rankings = new Rankings(figures, titles);
        this.locale = locale;
        this.asOf = new TemplateInstant(Optional.of(asOf));
    }

    /** Why a list with these parameters is empty; empty if it is not, or if nothing is unusual about it. */
    Optional<String> whyEmpty(MarkerParameters parameters) {
        return rankings.whyEmpty(parameters.selection());
    }

    /** The values that the widget of a marker sees. */
    public TemplateScope of(MarkedPage marked, Marker marker) {
        return new MarkerValues(marked, marker);
    }

    private final class MarkerValues implements TemplateScope {

        private final MarkedPage marked;
        private final Marker marker;
        private final MarkerParameters parameters;
        private final SitePage page;
        private final Locale numbers;

        MarkerValues(MarkedPage marked, Marker marker) {
            this.marked = marked;
            this.marker = marker;
            parameters = marker.parameters();
            page = parameters.page().flatMap(site::findWritten).orElse(marked.page());
            numbers = parameters.locale().orElse(locale);
        }

        @Override
        public @Nullable Object value(String name) {
            return switch (name) {
                case "views" -> number(figures.viewsIn(parameters.period()).applyAsLong(page));
                case "siteViews" -> number(rankings.sum(parameters.selection()));
                case "items" -> list(rankings.mostViewed(parameters.selection(), parameters.limit()));
                case Variables.TRENDING -> list(rankings.trending(parameters.selection(), parameters.limit()));
                case "position" ->
                    number(rankings.positions(parameters.selection()).getOrDefault(page.path(), 0));
                case "ranked" ->
                    number(rankings.positions(parameters.selection()).size());
                case "lastViewed" -> new TemplateInstant(figures.lastViewed(page));
                case "asOf" -> asOf;
                case Variables.HISTORY -> history();
                case Variables.REFERRERS -> referrers(figures.referrers(List.of(page), parameters.period()));
                case Variables.SITE_REFERRERS -> referrers(rankings.referrers(parameters.selection()));
                case "page" -> new PageValues(marked, page);
                case Variables.IN_LIST -> marker.inList();
                default -> parameter(name);
            };
        }

        private @Nullable Object parameter(String name) {
            return switch (name) {
                case "limit" -> Integer.toString(parameters.limit());
                case "period" -> parameters.periodText();
                case "prefix" -> parameters.selection().prefix();
                case "exclude" -> parameters.selection().exclude();
                case "locale" -> numbers.toLanguageTag();
                default -> null;
            };
        }

        private TemplateNumber number(long value) {
            return new TemplateNumber(value, numbers);
        }

        private Map<String, Object> history() {
            return HistoryChart.of(
                            figures.days(page, parameters.period()), parameters.by(), days -> figures.views(page, days))
                    .data(numbers);
        }

        private List<Map<String, Object>> referrers(Map<String, Long> views) {
            return ReferrerList.of(views, parameters.limit(), numbers);
        }

        private List<TemplateScope> list(List<Viewed> pages) {
            var items = new ArrayList<TemplateScope>(pages.size());
            for (var viewed : pages) {
                items.add(new ItemValues(marked, viewed, items.size() + 1, numbers));
            }
            return items;
        }
    }

    private class PageValues implements TemplateScope {

        private final MarkedPage marked;
        private final SitePage page;

        /**
         * @param marked the page that shows the values
         * @param page the page that they describe
         */
        PageValues(MarkedPage marked, SitePage page) {
            this.marked = marked;
            this.page = page;
        }

        @Override
        public @Nullable Object value(String name) {
            return switch (name) {
                case "title" -> titles.title(page);
                case "href" ->
                    linksFromRoot || marked.needsLinksFromRoot()
                            ? url()
                            : RelativeLink.between(marked.page().name(), link());
                case "url" -> url();
                case "address" -> RelativeLink.absolute(root.url(), root.prefix() + link());
                case "query" -> RelativeLink.query(figures.names(page));
                case "path" -> page.path();
                case "description" -> titles.description(page);
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

        ItemValues(MarkedPage marked, Viewed viewed, int rank, Locale numbers) {
            super(marked, viewed.page());
            this.viewed = viewed;
            this.current = viewed.page().path().equals(marked.page().path());
            this.rank = rank;
            this.numbers = numbers;
        }

        @Override
        public @Nullable Object value(String name) {
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
