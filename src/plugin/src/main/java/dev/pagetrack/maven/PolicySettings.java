package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.suspect.HostingNetworks;
import dev.pagetrack.suspect.SuspectRules;
import dev.pagetrack.view.AddressRanges;
import dev.pagetrack.view.PagePolicy;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters that make a view policy, as texts by name. Immutable. */
final class PolicySettings {

    private static final List<String> NAMES = List.of(
            "hosts",
            "includes",
            "excludes",
            "pages",
            "mergeSlashes",
            "ignoreAddresses",
            "suspects",
            "hostingNetworks",
            "cutover");

    private final Map<String, List<String>> values;

    private PolicySettings(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    static PolicySettings empty() {
        return new PolicySettings(Map.of());
    }

    /** The same settings with another value of one parameter. */
    PolicySettings with(String name, List<String> value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, ParameterValues.trimmed(value));
        return new PolicySettings(changed);
    }

    /** The same settings with another value of one parameter that is no list; null for none. */
    PolicySettings with(String name, @Nullable String value) {
        return with(name, value == null ? List.of() : List.of(value));
    }

    /**
     * The policy of the same settings, except for those that {@code policyB} sets.
     *
     * @param text as for {@link #changedBy}; null for no other policy
     * @throws WrongSettingException for a wrong setting; the message names {@code policyB}
     */
    Optional<ViewPolicy> policyB(@Nullable String text, Path basedir) {
        if (text == null) {
            return Optional.empty();
        }
        var settings = changedBy(text, basedir);
        try {
            return Optional.of(settings.policy(basedir));
        } catch (WrongSettingException e) {
            throw new WrongSettingException("In <policyB> (pagetrack.policyB): " + e.getMessage(), e);
        }
    }

    /**
     * The same settings, except for those that properties set.
     *
     * @param text the name of a file of properties, or the properties themselves, each in a line
     * @param basedir where relative names of files begin
     * @throws WrongSettingException if the file does not exist, or for a property that is not part of a view policy
     */
    PolicySettings changedBy(String text, Path basedir) {
        var changed = this;
        var properties = properties(text, basedir);
        for (var name : properties.stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw new WrongSettingException("<policyB> (pagetrack.policyB) sets '" + name
                        + "', which is not part of the view policy. It can set " + String.join(", ", NAMES) + ".");
            }
            changed = changed.with(
                    name, Arrays.asList(properties.getProperty(name).split(",", -1)));
        }
        return changed;
    }

    private static Properties properties(String text, Path basedir) {
        boolean file = isFile(text, basedir);
        if (!file && !text.contains("=")) {
            throw new WrongSettingException("<policyB> (pagetrack.policyB) is '" + text
                    + "', which is not a file: write the name of a file of properties, or the properties themselves,"
                    + " such as suspects=hosting,http1.");
        }
        var properties = new Properties();
        try (var reader = file ? Files.newBufferedReader(basedir.resolve(text)) : new StringReader(text)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongSettingException(
                    "<policyB> (pagetrack.policyB) cannot be read as properties: " + e.getMessage(), e);
        }
        return properties;
    }

    private static boolean isFile(String text, Path basedir) {
        try {
            return Files.isRegularFile(basedir.resolve(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The policy of these settings.
     *
     * @param basedir where relative names of files begin
     * @throws WrongSettingException for a wrong value
     */
    ViewPolicy policy(Path basedir) {
        return new ViewPolicy(
                Set.copyOf(list("hosts")),
                PagePolicy.of(PagePatterns.of(list("includes"), list("excludes")), list("pages"), flag("mergeSlashes")),
                AddressRanges.of(list("ignoreAddresses")),
                SuspectRules.of(list("suspects"), HostingNetworks.of(list("hostingNetworks"), basedir)),
                ParameterValues.day("cutover", single("cutover")));
    }

    private List<String> list(String name) {
        return values.getOrDefault(name, List.of());
    }

    private @Nullable String single(String name) {
        var list = list(name);
        return list.isEmpty() ? null : String.join(",", list);
    }

    private boolean flag(String name) {
        var text = single(name);
        if (text != null && !Set.of("true", "false").contains(text)) {
            throw new WrongSettingException(
                    "<" + name + "> (pagetrack." + name + ") is '" + text + "': write true or false.");
        }
        return Boolean.parseBoolean(text);
    }
}
