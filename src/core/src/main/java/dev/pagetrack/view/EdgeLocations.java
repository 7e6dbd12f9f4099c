package dev.pagetrack.view;

import java.util.ArrayList;
import java.util.List;

/**
 * The countries of CloudFront's edge locations. They approximate the country of the reader if the log has no {@code
 * c-country}.
 *
 * <p>AWS defines {@code x-edge-location} as "a three-letter code and an arbitrarily assigned number (for
 * example, DFW3). The three-letter code typically corresponds with the IATA airport code for an airport near the edge
 * location's geographic location."
 */
public final class EdgeLocations {

    private static final int LETTERS = 26;
    private static final int CODE_LENGTH = 3;
    private static final int AIRPORT_WIDTH = 1 + CODE_LENGTH;

    /** Read on first use, because most log formats have no edge location. */
    private static final class Bundled {
        static final EdgeLocations TABLE = new EdgeLocations(BundledLines.of("edge-locations.txt"));
    }

    /** Country codes. The first is "", for unknown airport codes. */
    private final List<String> countries = new ArrayList<>(List.of(""));
    /** The index of the country for each airport code; the code is read as a number in base 26. */
    private final char[] countryOf = new char[LETTERS * LETTERS * LETTERS];

    private EdgeLocations(List<BundledLines.Line> lines) {
        for (var line : lines) {
            add(line);
        }
    }

    /**
     * The country (ISO 3166-1 alpha-2) of an edge location such as {@code FRA56-P2}, or "" if the range
     * {@code bytes[from, to)} holds no known edge location. Allocates nothing.
     */
    public static String country(byte[] bytes, int from, int to) {
        return Bundled.TABLE.find(bytes, from, to);
    }

    static EdgeLocations of(List<BundledLines.Line> lines) {
        return new EdgeLocations(lines);
    }

    String find(byte[] bytes, int from, int to) {
        if (to - from < CODE_LENGTH || (to - from > CODE_LENGTH && !isDigit(bytes[from + CODE_LENGTH]))) {
            return "";
        }
        int code = 0;
        for (int at = from; at < from + CODE_LENGTH; at++) {
            int letter = bytes[at] - 'A';
            if (letter < 0 || letter >= LETTERS) {
                return "";
            }
            code = code * LETTERS + letter;
        }
        return countries.get(countryOf[code]);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Adds a line with a country and its airports: two letters, then any number of times a blank and three letters. */
    private void add(BundledLines.Line line) {
        var text = line.text();
        int airports = (text.length() - 2) / AIRPORT_WIDTH;
        if (airports < 1 || text.length() != 2 + airports * AIRPORT_WIDTH) {
            throw line.malformed("not a country and its airports");
        }
        countries.add(text.substring(0, 2));
        for (int at = 2; at < text.length(); at += AIRPORT_WIDTH) {
            add(text.substring(at + 1, at + AIRPORT_WIDTH), line);
        }
    }

    private void add(String airport, BundledLines.Line line) {
        int code = 0;
        for (int i = 0; i < CODE_LENGTH; i++) {
            int letter = airport.charAt(i) - 'A';
            if (letter < 0 || letter >= LETTERS) {
                throw line.malformed("'" + airport + "' is not an airport code");
            }
            code = code * LETTERS + letter;
        }
        if (countryOf[code] != 0) {
            throw line.malformed(airport + " already has a country");
        }
        countryOf[code] = (char) (countries.size() - 1);
    }
}
