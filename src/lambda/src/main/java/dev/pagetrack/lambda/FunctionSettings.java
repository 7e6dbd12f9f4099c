package dev.pagetrack.lambda;

import dev.pagetrack.api.ApiSettings;
import dev.pagetrack.ingest.IngestSettings;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.suspect.HostingNetworks;
import dev.pagetrack.suspect.SuspectRules;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.view.AddressRanges;
import dev.pagetrack.view.PagePolicy;
import dev.pagetrack.view.ViewPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the functions, from environment variables. They are named like the parameters of the Maven goals:
 * {@code pagetrack.siteId} is {@code PAGETRACK_SITE_ID}.
 *
 * @param table {@code PAGETRACK_TABLE}, {@code PAGETRACK_SITE_ID} and {@code PAGETRACK_LAYOUT}
 * @param ingest {@code PAGETRACK_HOSTS}, {@code PAGETRACK_INCLUDES}, {@code PAGETRACK_EXCLUDES},
 *     {@code PAGETRACK_PAGES}, {@code PAGETRACK_IGNORE_ADDRESSES}, {@code PAGETRACK_SUSPECTS} and
 *     {@code PAGETRACK_HOSTING_NETWORKS} (numbers only), each separated by commas,
 *     {@code PAGETRACK_MERGE_SLASHES}, {@code true} or {@code false}, {@code PAGETRACK_CUTOVER}, a day, and
 *     {@code PAGETRACK_RETENTION}
 * @param api {@code PAGETRACK_CORS_ORIGINS}, separated by commas, {@code PAGETRACK_MAX_AGE}, in seconds, and
 *     {@code PAGETRACK_SERIES_API}, {@code true} or {@code false}
 */
record FunctionSettings(TableSettings table, IngestSettings ingest, ApiSettings api) {

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if a value is wrong, with a message that names the variable
     */
    static FunctionSettings of(Map<String, String> environment) {
        var table = new TableSettings(
                environment.getOrDefault("PAGETRACK_TABLE", TableSettings.DEFAULT_NAME),
                Optional.ofNullable(environment.get("PAGETRACK_SITE_ID")).filter(id -> !id.isEmpty()),
                layout(environment));
        var policy = new ViewPolicy(
                Set.copyOf(list(environment, "PAGETRACK_HOSTS")),
                PagePolicy.of(
                        PagePatterns.of(
                                list(environment, "PAGETRACK_INCLUDES"), list(environment, "PAGETRACK_EXCLUDES")),
                        list(environment, "PAGETRACK_PAGES"),
                        flag(environment, "PAGETRACK_MERGE_SLASHES")),
                AddressRanges.of(list(environment, "PAGETRACK_IGNORE_ADDRESSES")),
                SuspectRules.of(
                        list(environment, "PAGETRACK_SUSPECTS"),
                        HostingNetworks.ofNumbers(list(environment, "PAGETRACK_HOSTING_NETWORKS"))),
                cutover(environment));
        var ingest = new IngestSettings(policy, retention(environment), false);
        var api = new ApiSettings(
                Set.copyOf(list(environment, "PAGETRACK_CORS_ORIGINS")),
                maxAge(environment),
                flag(environment, "PAGETRACK_SERIES_API"));
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

    private static Optional<LocalDate> cutover(Map<String, String> environment) {
        var day = environment.getOrDefault("PAGETRACK_CUTOVER", "");
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "PAGETRACK_CUTOVER is '" + day + "': write a day, such as 2026-12-01.", e);
        }
    }

    private static List<String> list(Map<String, String> environment, String name) {
        return Arrays.stream(environment.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Optional<Layout> layout(Map<String, String> environment) {
        var layout = environment.getOrDefault("PAGETRACK_LAYOUT", "");
        try {
            return layout.isEmpty() ? Optional.empty() : Optional.of(Layout.parse(layout));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "PAGETRACK_LAYOUT is '" + layout + "': write " + Layout.CHOICES + ", or leave it out.", e);
        }
    }

    private static boolean flag(Map<String, String> environment, String name) {
        var wanted = environment.getOrDefault(name, "false");
        if (!Set.of("true", "false").contains(wanted)) {
            throw new IllegalArgumentException(name + " is '" + wanted + "': write true or false.");
        }
        return Boolean.parseBoolean(wanted);
    }

    private static Duration maxAge(Map<String, String> environment) {
        var seconds = environment.getOrDefault("PAGETRACK_MAX_AGE", "");
        try {
            return seconds.isEmpty()
                    ? ApiSettings.DEFAULT.maxAge()
                    : Duration.ofSeconds(Integer.parseUnsignedInt(seconds));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "PAGETRACK_MAX_AGE is '" + seconds + "': write a number of seconds, such as 60.", e);
        }
    }
}
