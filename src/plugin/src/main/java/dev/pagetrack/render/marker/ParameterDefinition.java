package dev.pagetrack.render.marker;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.render.site.SitePaths;
import dev.pagetrack.stats.HistoryStep;
import dev.pagetrack.stats.Period;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** The parameters of markers: their names, and how their values are read. */
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
                throw new IllegalArgumentException("use a page path, such as blog/articles/my-article/");
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
                // the message below is more helpful
            }
            throw new IllegalArgumentException("use a language tag, such as en, de or pt-BR");
        }
    },
    EXCLUDE {
        @Override
        MarkerParameters read(String value, MarkerParameters others) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException(
                        "use patterns of page paths, such as blog/drafts/** or tags/*,about.html");
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
    },
    ONLY {
        @Override
        MarkerParameters read(String value, MarkerParameters others) {
            if (!value.equals("articles")) {
                throw new IllegalArgumentException("use articles, or leave it out for all pages");
            }
            return others.withArticlesOnly();
        }
    };

    /**
     * Returns the other parameters with this value added.
     *
     * @param others the parameters that were read so far
     * @throws IllegalArgumentException if the value is not allowed, with a message that says which values are
     */
    abstract MarkerParameters read(String value, MarkerParameters others);

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name as it is written in markers. */
    String label() {
        return label;
    }

    static Optional<ParameterDefinition> named(String label) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.label().equals(label))
                .findFirst();
    }

    /**
     * The number of typos at which a word still looks like this name. Any other word of two letters belongs to the
     * theme, and so do words like "only", such as "on", "once" or "oily".
     */
    private int allowedTypos() {
        if (label.length() < 3 || this == ONLY) {
            return 0;
        }
        return label.length() > 5 ? 2 : 1;
    }

    /** The parameter whose name this word probably misspells: by one typo, or by two in a longer name. */
    static Optional<ParameterDefinition> similarTo(String label) {
        return Arrays.stream(values())
                .filter(parameter -> Spelling.distance(label, parameter.label()) <= parameter.allowedTypos())
                .findFirst();
    }

    /**
     * All names, for messages.
     *
     * @param prefix is put before each name
     */
    static String list(String prefix) {
        return Arrays.stream(values())
                .map(parameter -> prefix + parameter.label())
                .collect(joining(", "));
    }
}
