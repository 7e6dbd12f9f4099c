package dev.pagetrack.render.marker;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.render.site.SitePaths;
import dev.pagetrack.stats.HistoryStep;
import dev.pagetrack.stats.Period;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** A parameter that markers can have: its name, and how its value is read. */
enum ParameterDefinition {
    LIMIT {
        @Override
        MarkerParameters read(String value, MarkerParameters others) {
            int limit = value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
            if (limit < 1 || limit > MarkerParameters.MAX_LIMIT) {
                throw new IllegalArgumentException("use a whole number from 1 to " + MarkerParameters.MAX_LIMIT);
            }
            return others.withLimit(limit);
        }
    },
    PERIOD {
        @Override
        MarkerParameters read(String value, MarkerParameters others) {
            return others.withPeriod(Period.parse(value), value);
        }
    },
    PREFIX {
        @Override
        MarkerParameters read(String value, MarkerParameters others) {
            return others.withPrefix(SitePaths.prefix(value));
        }
    },
    PAGE {
        @Override
        MarkerParameters read(String value, MarkerParameters others) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("use a page path, as blog/articles/my-article/");
            }
            return others.withPage(SitePaths.path(value));
        }
    },
    LOCALE {
        @Override
        MarkerParameters read(String value, MarkerParameters others) {
            try {
                var locale = new Locale.Builder().setLanguageTag(value).build();
                if (!locale.getLanguage().isEmpty()) {
                    return others.withLocale(locale);
                }
            } catch (IllformedLocaleException e) {
                // the message below says more
            }
            throw new IllegalArgumentException("use a language tag, as en, de or pt-BR");
        }
    },
    EXCLUDE {
        @Override
        MarkerParameters read(String value, MarkerParameters others) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException(
                        "use patterns of page paths, as blog/drafts/** or tags/*,about.html");
            }
            return others.withExclude(value);
        }
    },
    BY {
        @Override
        MarkerParameters read(String value, MarkerParameters others) {
            return others.withBy(Arrays.stream(HistoryStep.values())
                    .filter(step -> step.label().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("use day, week or month")));
        }
    },
    TEMPLATE {
        @Override
        MarkerParameters read(String value, MarkerParameters others) {
            return others.withTemplate(value);
        }
    };

    /**
     * Adds a value to the parameters read so far.
     *
     * @throws IllegalArgumentException if it is no legal value, with a message that says which are
     */
    abstract MarkerParameters read(String value, MarkerParameters others);

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name as markers write it. */
    String label() {
        return label;
    }

    static Optional<ParameterDefinition> named(String label) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.label().equals(label))
                .findFirst();
    }

    /** How many slips still mean this name: two letters are a word of the theme's own at the first. */
    private int slips() {
        if (label.length() < 3) {
            return 0;
        }
        return label.length() > 5 ? 2 : 1;
    }

    /** The parameter that a label probably means: one slip away, or two in a longer name. */
    static Optional<ParameterDefinition> near(String label) {
        return Arrays.stream(values())
                .filter(parameter -> Spelling.distance(label, parameter.label()) <= parameter.slips())
                .findFirst();
    }

    /** All names with what stands before them in a marker, for messages. */
    static String list(String before) {
        return Arrays.stream(values())
                .map(parameter -> before + parameter.label())
                .collect(joining(", "));
    }
}
