package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.api.ApiSettings;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.suspect.HostingNetworks;
import dev.pagetrack.suspect.SuspectRules;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.view.AddressRanges;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parameters of the stack's template from the goal's own. Checks each one, so that the functions do not fail
 * in AWS.
 */
final class StackParameters {

    private static final Set<String> ELEMENTS = Set.of(
            "Table",
            "SiteId",
            "LogBucket",
            "CreateLogBucket",
            "LogPrefix",
            "Hosts",
            "Includes",
            "Excludes",
            "Pages",
            "MergeSlashes",
            "IgnoreAddresses",
            "Suspects",
            "HostingNetworks",
            "Retention",
            "Cutover",
            "SeriesApi",
            "CorsOrigins");

    /** The length of the template's parameter. All variables of a function may have 4 KB together. */
    private static final int MAX_NETWORKS = 400;

    private final SortedMap<String, String> values = new TreeMap<>();
    private final Map<String, String> other;

    /** @param other parameters that the user set by their names in the template */
    StackParameters(Map<String, String> other) {
        this.other = other;
    }

    StackParameters table(TableSettings table) {
        values.put("Table", table.name());
        table.siteId().ifPresent(id -> values.put("SiteId", id));
        return this;
    }

    StackParameters logs(@Nullable String bucket, boolean create, @Nullable String prefix) {
        if (bucket != null) {
            values.put("LogBucket", bucket);
        }
        values.put("CreateLogBucket", Boolean.toString(create));
        if (prefix != null) {
            values.put("LogPrefix", prefix);
        }
        return this;
    }

    /** @throws WrongSettingException for a pattern or address that is wrong, naming it */
    StackParameters policy(List<String> hosts, List<String> includes, List<String> excludes, List<String> ignored) {
        PagePatterns.of(ParameterValues.trimmed(includes), ParameterValues.trimmed(excludes));
        AddressRanges.of(ParameterValues.trimmed(ignored));
        list("Hosts", hosts);
        list("Includes", includes);
        list("Excludes", excludes);
        list("IgnoreAddresses", ignored);
        return this;
    }

    StackParameters pages(List<String> patterns, boolean mergeSlashes) {
        list("Pages", patterns);
        values.put("MergeSlashes", Boolean.toString(mergeSlashes));
        return this;
    }

    /**
     * @param basedir where relative names of files begin
     * @throws WrongSettingException for an unknown rule, for a network that is none, or for more networks than the stack
     *     has room for
     */
    StackParameters suspects(List<String> rules, List<String> networks, Path basedir) {
        var hosting = HostingNetworks.of(ParameterValues.trimmed(networks), basedir);
        list(
                "Suspects",
                SuspectRules.of(ParameterValues.trimmed(rules), hosting).labels());
        var numbers = hosting.added().stream().map(String::valueOf).toList();
        int length = String.join(",", numbers).length();
        if (length > MAX_NETWORKS) {
            throw new WrongSettingException("<hostingNetworks> (pagetrack.hostingNetworks) names " + numbers.size()
                    + " networks, " + length + " characters, but the stack has room for " + MAX_NETWORKS
                    + ". Name only those that your logs show.");
        }
        list("HostingNetworks", numbers);
        return this;
    }

    /** @throws WrongSettingException for a number of days out of range */
    StackParameters retention(Optional<Integer> days) {
        days.map(Retention::new).ifPresent(retention -> values.put("Retention", Integer.toString(retention.days())));
        return this;
    }

    StackParameters series(Optional<LocalDate> cutover, boolean seriesApi) {
        cutover.ifPresent(day -> values.put("Cutover", day.toString()));
        values.put("SeriesApi", Boolean.toString(seriesApi));
        return this;
    }

    /** @throws WrongSettingException for an origin that is not valid */
    StackParameters corsOrigins(List<String> origins) {
        var settings = new ApiSettings(Set.copyOf(ParameterValues.trimmed(origins)), ApiSettings.DEFAULT.maxAge());
        list("CorsOrigins", settings.origins().stream().sorted().toList());
        return this;
    }

    private void list(String name, List<String> list) {
        var texts = ParameterValues.trimmed(list);
        if (!texts.isEmpty()) {
            values.put(name, String.join(",", texts));
        }
    }

    /**
     * @throws WrongSettingException if {@code <stackParameters>} sets a parameter that the goal has its own element for
     */
    SortedMap<String, String> values() {
        var all = new TreeMap<>(values);
        other.forEach((name, value) -> {
            if (ELEMENTS.contains(name)) {
                throw new WrongSettingException("<stackParameters> sets " + name
                        + " but the goal has its own element for that. Use it instead.");
            }
            all.put(name, value == null ? "" : value);
        });
        return all;
    }
}
