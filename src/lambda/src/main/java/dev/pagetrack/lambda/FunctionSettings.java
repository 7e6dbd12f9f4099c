package dev.pagetrack.lambda;

import dev.pagetrack.api.ApiSettings;
import dev.pagetrack.ingest.IngestSettings;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.table.Retention;
import dev.pagetrack.table.TableSettings;
import dev.pagetrack.view.AddressRanges;
import dev.pagetrack.view.ViewPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the functions' environment sets: the goals' parameters, {@code pagetrack.siteId} as {@code PAGETRACK_SITE_ID}.
 *
 * @param table {@code PAGETRACK_TABLE} and {@code PAGETRACK_SITE_ID}
 * @param ingest {@code PAGETRACK_HOSTS}, {@code PAGETRACK_INCLUDES}, {@code PAGETRACK_EXCLUDES} and
 *     {@code PAGETRACK_IGNORE_ADDRESSES}, each separated by commas, and {@code PAGETRACK_RETENTION}
 * @param api {@code PAGETRACK_CORS_ORIGINS}, separated by commas, and {@code PAGETRACK_MAX_AGE}, in seconds
 */
record FunctionSettings(TableSettings table, IngestSettings ingest, ApiSettings api) {

    /** @throws IllegalArgumentException if a value is wrong */
    static FunctionSettings of(Map<String, String> environment) {
        var table = new TableSettings(
                environment.getOrDefault("PAGETRACK_TABLE", TableSettings.DEFAULT_NAME),
                Optional.ofNullable(environment.get("PAGETRACK_SITE_ID")).filter(id -> !id.isEmpty()));
        var policy = new ViewPolicy(
                Set.copyOf(list(environment, "PAGETRACK_HOSTS")),
                PagePatterns.of(list(environment, "PAGETRACK_INCLUDES"), list(environment, "PAGETRACK_EXCLUDES")),
                AddressRanges.of(list(environment, "PAGETRACK_IGNORE_ADDRESSES")));
        var ingest = new IngestSettings(policy, retention(environment), false);
        var api = new ApiSettings(Set.copyOf(list(environment, "PAGETRACK_CORS_ORIGINS")), maxAge(environment));
        return new FunctionSettings(table, ingest, api);
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

    private static Duration maxAge(Map<String, String> environment) {
        var seconds = environment.getOrDefault("PAGETRACK_MAX_AGE", "");
        try {
            return seconds.isEmpty()
                    ? ApiSettings.DEFAULT.maxAge()
                    : Duration.ofSeconds(Integer.parseUnsignedInt(seconds));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "PAGETRACK_MAX_AGE is '" + seconds + "': write a number of seconds, as 60.", e);
        }
    }
}
