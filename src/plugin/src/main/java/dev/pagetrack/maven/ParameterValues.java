package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.stats.OnUnavailable;
import dev.pagetrack.stats.Period;
import dev.pagetrack.table.Layout;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Parameters that are text in the pom and something else in the code. */
final class ParameterValues {

    private static final int DAY = "2026-10-01".length();

    private ParameterValues() {}

    /**
     * A language tag.
     *
     * @throws WrongSettingException for anything else, naming the element
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
     * An instant, if there is a value.
     *
     * @throws WrongSettingException for anything else, naming the element
     */
    static Optional<Instant> instant(String name, String value) {
        try {
            return Optional.ofNullable(value).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new WrongSettingException(
                    element(name, value) + ": write an instant, such as 2026-10-01T00:00:00Z.", e);
        }
    }

    /**
     * A day, if there is a value.
     *
     * @throws WrongSettingException for anything else, naming the element
     */
    static Optional<LocalDate> day(String name, String value) {
        try {
            return Optional.ofNullable(value).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new WrongSettingException(element(name, value) + ": write a day, such as 2026-12-01.", e);
        }
    }

    /**
     * How a site's items lie in the table, if there is a value.
     *
     * @throws WrongSettingException for no such layout, naming the element and the choices
     */
    static Optional<Layout> layout(String value) {
        try {
            return Optional.ofNullable(value).map(Layout::parse);
        } catch (WrongSettingException e) {
            throw new WrongSettingException(
                    element("layout", value) + ": write " + Layout.CHOICES + ", or leave it out to have it found.", e);
        }
    }

    /**
     * The begin of a time, if there is a value: a UTC day, or an instant.
     *
     * @throws WrongSettingException for anything else, naming the element
     */
    static Optional<Instant> since(String name, String value) {
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

    /** The texts of a list. Maven keeps the spaces and line ends around commas, and makes null of an empty element. */
    static List<String> trimmed(List<String> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /**
     * What to do when the table is away.
     *
     * @throws WrongSettingException for no such rule, naming the element and the choices
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
     * A stretch of time.
     *
     * @throws WrongSettingException for anything else, naming the element and the forms
     */
    static Period period(String value) {
        try {
            return Period.parse(value);
        } catch (WrongSettingException e) {
            throw new WrongSettingException(element("period", value) + ": write " + Period.FORMS + ".", e);
        }
    }

    private static String element(String name, String value) {
        return "<" + name + "> (pagetrack." + name + ") is '" + value + "'";
    }
}
