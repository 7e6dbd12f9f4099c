package dev.pagetrack.api;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What can be set of the statistics API.
 *
 * @param origins the sites whose scripts may read it, such as {@code https://blog.example.com}; {@code *} for all
 * @param maxAge how long an answer may be used again without asking
 * @param series whether totals and histories have the shapes of the blog series' own site
 */
public record ApiSettings(Set<String> origins, Duration maxAge, boolean series) {

    /** Readable by scripts of no other site; to be asked again after a minute. */
    public static final ApiSettings DEFAULT = new ApiSettings(Set.of(), Duration.ofMinutes(1));

    private static final String ANY = "*";

    /** With the shapes of pagetrack. */
    public ApiSettings(Set<String> origins, Duration maxAge) {
        this(origins, maxAge, false);
    }

    public ApiSettings {
        origins = Set.copyOf(origins);
        requireNonNull(maxAge, "maxAge");
        origins.forEach(ApiSettings::requireOrigin);
    }

    /** A browser compares letter by letter, so what it never sends would allow nothing, in silence. */
    private static void requireOrigin(String origin) {
        if (!origin.equals(ANY) && !asSent(origin).equals(Optional.of(origin))) {
            throw new WrongSettingException(
                    "'" + origin
                            + "' is no origin (pagetrack.corsOrigins): write scheme and host, as https://blog.example.com, or *.");
        }
    }

    private static Optional<String> asSent(String origin) {
        try {
            var uri = URI.create(origin);
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return Optional.ofNullable(uri.getHost()).map(host -> uri.getScheme() + "://" + host + port);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same, with the shapes of the blog series' own site or without. */
    public ApiSettings withSeries(boolean wanted) {
        return new ApiSettings(origins, maxAge, wanted);
    }

    /** What a script of an origin is told that may read the answer; nothing if it may not. */
    Optional<String> allowed(String origin) {
        if (origins.contains(ANY)) {
            return Optional.of(ANY);
        }
        return origins.contains(origin) ? Optional.of(origin) : Optional.empty();
    }

    /** Whether answers differ by the site that asks. */
    boolean variesByOrigin() {
        return !origins.isEmpty() && !origins.contains(ANY);
    }
}
