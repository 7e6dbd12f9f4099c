package dev.pagetrack.render;

import java.util.List;
import java.util.Set;

/** The names that templates know. README.md says what they mean. */
final class Variables {

    /** Every variable that a template can name, anywhere; a value of a map also by its own name inside its section. */
    static final Set<String> ALL = Set.of("""
            views views.raw views.grouped views.compact siteViews siteViews.raw siteViews.grouped siteViews.compact items trending
            rank title href url address path description current before before.raw before.grouped before.compact
            page page.title page.href page.url page.address page.path page.description
            position position.raw position.grouped position.compact ranked ranked.raw ranked.grouped ranked.compact
            lastViewed lastViewed.date lastViewed.time asOf asOf.date asOf.time date time
            history history.by history.from history.to history.total history.total.raw history.total.grouped history.total.compact
            history.max history.max.raw history.max.grouped history.max.compact history.maxName history.width history.height history.steps
            by from to total total.raw total.grouped total.compact max max.raw max.grouped max.compact maxName width height steps name x y
            inList limit period prefix exclude locale raw grouped compact .
            """.strip().split("\\s+"));

    static final String AS_OF = "asOf";

    /** Those that take more than the period's months. */
    static final String TRENDING = "trending";

    static final String HISTORY = "history";

    private static final List<String> FORMS = List.of(".raw", ".grouped", ".compact", ".date", ".time");

    private Variables() {}

    /** The names in their order for messages, without the forms that every number and instant has. */
    static List<String> names() {
        return ALL.stream()
                .filter(name -> FORMS.stream().noneMatch(name::endsWith))
                .sorted()
                .toList();
    }
}
