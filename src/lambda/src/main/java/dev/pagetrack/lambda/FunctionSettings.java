package dev.pagetrack.lambda;

import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.table.TableSettings;
import dev.pagetrack.view.AddressRanges;
import dev.pagetrack.view.ViewPolicy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the function's environment sets: the goals' parameters, {@code pagetrack.siteId} as {@code PAGETRACK_SITE_ID}.
 *
 * @param table {@code PAGETRACK_TABLE} and {@code PAGETRACK_SITE_ID}
 * @param policy {@code PAGETRACK_HOSTS}, {@code PAGETRACK_INCLUDES}, {@code PAGETRACK_EXCLUDES} and
 *     {@code PAGETRACK_IGNORE_ADDRESSES}, each separated by commas, and {@code PAGETRACK_CUTOVER}
 */
record FunctionSettings(TableSettings table, ViewPolicy policy) {

    /** @throws IllegalArgumentException if a value is wrong */
    static FunctionSettings of(Map<String, String> environment) {
        var table = new TableSettings(
                environment.getOrDefault("PAGETRACK_TABLE", TableSettings.DEFAULT_NAME),
                Optional.ofNullable(environment.get("PAGETRACK_SITE_ID")).filter(id -> !id.isEmpty()));
        var policy = new ViewPolicy(
                Set.copyOf(list(environment, "PAGETRACK_HOSTS")),
                PagePatterns.of(list(environment, "PAGETRACK_INCLUDES"), list(environment, "PAGETRACK_EXCLUDES")),
                AddressRanges.of(list(environment, "PAGETRACK_IGNORE_ADDRESSES")),
                cutover(environment));
        return new FunctionSettings(table, policy);
    }

    private static Optional<LocalDate> cutover(Map<String, String> environment) {
        var day = environment.getOrDefault("PAGETRACK_CUTOVER", "");
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("PAGETRACK_CUTOVER is '" + day + "': write a day, as 2026-12-01.", e);
        }
    }

    private static List<String> list(Map<String, String> environment, String name) {
        return Arrays.stream(environment.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
