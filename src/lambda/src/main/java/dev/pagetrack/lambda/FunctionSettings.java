package dev.pagetrack.lambda;

import dev.pagetrack.ingest.IngestSettings;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.table.Retention;
import dev.pagetrack.table.TableSettings;
import dev.pagetrack.view.AddressRanges;
import dev.pagetrack.view.ViewPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the function's environment sets: the goals' parameters, {@code pagetrack.siteId} as {@code PAGETRACK_SITE_ID}.
 *
 * @param table {@code PAGETRACK_TABLE} and {@code PAGETRACK_SITE_ID}
 * @param ingest {@code PAGETRACK_HOSTS}, {@code PAGETRACK_INCLUDES}, {@code PAGETRACK_EXCLUDES} and
 *     {@code PAGETRACK_IGNORE_ADDRESSES}, each separated by commas, and {@code PAGETRACK_RETENTION}
 */
record FunctionSettings(TableSettings table, IngestSettings ingest) {

    /** @throws IllegalArgumentException if a value is wrong */
    static FunctionSettings of(Map<String, String> environment) {
        var table = new TableSettings(
                environment.getOrDefault("PAGETRACK_TABLE", TableSettings.DEFAULT_NAME),
                Optional.ofNullable(environment.get("PAGETRACK_SITE_ID")).filter(id -> !id.isEmpty()));
        var policy = new ViewPolicy(
                Set.copyOf(list(environment, "PAGETRACK_HOSTS")),
                PagePatterns.of(list(environment, "PAGETRACK_INCLUDES"), list(environment, "PAGETRACK_EXCLUDES")),
                AddressRanges.of(list(environment, "PAGETRACK_IGNORE_ADDRESSES")));
        return new FunctionSettings(table, new IngestSettings(policy, retention(environment), false));
    }

    private static Optional<Retention> retention(Map<String, String> environment) {
        var days = environment.getOrDefault("PAGETRACK_RETENTION", "");
        try {
            return days.isEmpty() ? Optional.empty() : Optional.of(new Retention(Integer.parseInt(days)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "PAGETRACK_RETENTION is '" + days + "': write a number of days, such as 400.", e);
        }
    }

    private static List<String> list(Map<String, String> environment, String name) {
        return Arrays.stream(environment.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
