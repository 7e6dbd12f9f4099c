package dev.pagetrack.api;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the statistics API.
 *
 * @param origins the sites whose scripts may read it (CORS), such as {@code https://blog.example.com}; {@code *} for
 *     all
 * @param maxAge how long clients may cache a response
 * @param series whether totals and histories have the JSON format of the API in the blog series
 */
public record ApiSettings(Set<String> origins, Duration maxAge, boolean series) {

    /** Scripts of other sites may not read it; responses may be cached for a minute. */
    public static final ApiSettings DEFAULT = new ApiSettings(Set.of(), Duration.ofMinutes(1));

    private static final String ANY = "*";

    /** Settings with pagetrack's own JSON format. */
    public ApiSettings(Set<String> origins, Duration maxAge) {
        this(origins, maxAge, false);
    }

    public ApiSettings {
        origins = Set.copyOf(origins);
        requireNonNull(maxAge, "maxAge");
        origins.forEach(ApiSettings::requireOrigin);
    }

    /**
     * Refuses what no browser sends as an origin: browsers compare it exactly, so it would allow nothing without any
     * error.
     */
    private static void requireOrigin(String origin) {
        if (!origin.equals(ANY) && !asSent(origin).equals(Optional.of(origin))) {
            throw new WrongSettingException("'" + origin
                    + "' is no origin (pagetrack.corsOrigins): write scheme and host, such as"
                    + " https://blog.example.com, or *.");
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

    /** The same settings, with or without the JSON format of the blog series. */
    public ApiSettings withSeries(boolean wanted) {
        return new ApiSettings(origins, maxAge, wanted);
    }

    /**
     * The {@code Access-Control-Allow-Origin} header for a request from an origin; empty if it may not read the
     * response.
     */
    Optional<String> allowed(String origin) {
        if (origins.contains(ANY)) {
            return Optional.of(ANY);
        }
        return origins.contains(origin) ? Optional.of(origin) : Optional.empty();
    }

    /** Whether responses differ by the origin of the request. */
    boolean variesByOrigin() {
        return !origins.isEmpty() && !origins.contains(ANY);
    }
}
