package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.figures.CountedTime;
import dev.pagetrack.render.RootLinks;
import dev.pagetrack.render.match.MatchRules;
import dev.pagetrack.stats.OnUnavailable;
import dev.pagetrack.stats.Period;
import dev.pagetrack.table.item.Layout;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts parameters from the text in the pom to typed values, and reports wrong values. */
final class ParameterValues {

    private static final int DAY = "2026-10-01".length();

    private ParameterValues() {}

    /**
     * Parses a language tag.
     *
     * @throws WrongSettingException for any other text, naming the element
     */
    static Locale locale(String name, String value) {
        try {
            return new Locale.Builder().setLanguageTag(value).build();
        } catch (IllformedLocaleException e) {
            throw new WrongSettingException(
                    element(name, value) + ": write a language tag, such as en, de or pt-BR.", e);
        }
    }

    /**
     * Parses an instant; empty if there is no value.
     *
     * @throws WrongSettingException for any other text, naming the element
     */
    static Optional<Instant> instant(String name, @Nullable String value) {
        try {
            var instant = Optional.ofNullable(value).map(Instant::parse);
            if (instant.isPresent() && !CountedTime.contains(instant.get())) {
                throw new WrongSettingException(element(name, value) + ": write an instant from " + CountedTime.EARLIEST
                        + " to " + CountedTime.END + ".");
            }
            return instant;
        } catch (DateTimeParseException e) {
            throw new WrongSettingException(
                    element(name, value) + ": write an instant, such as 2026-10-01T00:00:00Z.", e);
        }
    }

    /**
     * Parses a day; empty if there is no value.
     *
     * @throws WrongSettingException for any other text, naming the element
     */
    static Optional<LocalDate> day(String name, @Nullable String value) {
        try {
            return Optional.ofNullable(value).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new WrongSettingException(element(name, value) + ": write a day, such as 2026-12-01.", e);
        }
    }

    /**
     * Parses a table layout; empty if there is no value.
     *
     * @throws WrongSettingException for an unknown layout, naming the element and the choices
     */
    static Optional<Layout> layout(@Nullable String value) {
        try {
            return Optional.ofNullable(value).map(Layout::parse);
        } catch (WrongSettingException e) {
            throw new WrongSettingException(
                    element("layout", value) + ": write " + Layout.CHOICES + ", or leave it out to have it detected.",
                    e);
        }
    }

    /**
     * Parses the start of a period, which is a UTC day or an instant; empty if there is no value.
     *
     * @throws WrongSettingException for any other text, naming the element
     */
    static Optional<Instant> since(String name, @Nullable String value) {
        try {
            return Optional.ofNullable(value)
                    .map(text -> text.length() > DAY
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            throw new WrongSettingException(
                    element(name, value) + ": write a date or an instant, such as 2026-10-01 or 2026-10-01T12:00:00Z.",
                    e);
        }
    }

    /**
     * The values of a list, without surrounding whitespace and without empty ones. Maven keeps the spaces and line ends
     * around commas, and makes an empty element null.
     */
    static List<String> trimmed(List<String> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /**
     * Parses what to do if the table cannot be read.
     *
     * @throws WrongSettingException for an unknown value, naming the element and the choices
     */
    static OnUnavailable onUnavailable(String value) {
        try {
            return OnUnavailable.parse(value);
        } catch (WrongSettingException e) {
            throw new WrongSettingException(
                    element("onUnavailable", value) + ": write " + OnUnavailable.CHOICES + ".", e);
        }
    }

    /**
     * Parses a period.
     *
     * @throws WrongSettingException for any other text, naming the element and the forms
     */
    static Period period(String value) {
        try {
            return Period.parse(value);
        } catch (WrongSettingException e) {
            throw new WrongSettingException(element("period", value) + ": write " + Period.FORMS + ".", e);
        }
    }

    /**
     * Reads when a rendering fails because the pages of the site and of the table do not match.
     *
     * @param failOnMismatch whether it fails if hardly any page of the site has views
     * @throws WrongSettingException for an unknown value, naming the element and the choices
     */
    static MatchRules matchRules(boolean failOnMismatch, String lostPages, int lostPagesViews) {
        if (!lostPages.equals("warn") && !lostPages.equals("fail")) {
            throw new WrongSettingException(element("lostPages", lostPages) + ": write warn or fail.");
        }
        if (lostPagesViews < 1) {
            throw new WrongSettingException(
                    element("lostPagesViews", Integer.toString(lostPagesViews)) + ": write a number from 1.");
        }
        return new MatchRules(failOnMismatch, lostPages.equals("fail"), lostPagesViews);
    }

    /**
     * Whether links begin at the root.
     *
     * @throws WrongSettingException for an unknown value, naming the element and the choices
     */
    static RootLinks rootLinks(String rootLinks) {
        return switch (rootLinks) {
            case "auto" -> RootLinks.DETECTED;
            case "true" -> RootLinks.ALWAYS;
            case "false" -> RootLinks.NEVER;
            default ->
                throw new WrongSettingException(element("rootLinks", rootLinks) + ": write auto, true or false.");
        };
    }

    private static String element(String name, @Nullable String value) {
        return "<" + name + "> (pagetrack." + name + ") is '" + value + "'";
    }
}
