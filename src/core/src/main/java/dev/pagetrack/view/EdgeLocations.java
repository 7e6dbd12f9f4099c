package dev.pagetrack.view;

import java.util.ArrayList;
import java.util.List;

/**
 * The country of a CloudFront edge location: an approximation of the reader's, where the log has no {@code c-country}.
 *
 * <p>Amazon's definition of {@code x-edge-location}: "a three-letter code and an arbitrarily assigned number (for
 * example, DFW3). The three-letter code typically corresponds with the IATA airport code for an airport near the edge
 * location's geographic location."
 */
public final class EdgeLocations {

    private static final int LETTERS = 26;
    private static final int CODE_LENGTH = 3;
    private static final int AIRPORT_WIDTH = 1 + CODE_LENGTH;

    /** Read when first asked for: most log formats know no edge location. */
    private static final class Bundled {
        static final EdgeLocations TABLE = new EdgeLocations(BundledLines.of("edge-locations.txt"));
    }

    /** Country codes; the first is "", for codes that are unknown. */
    private final List<String> countries = new ArrayList<>(List.of(""));
    /** By airport code, read as a number of base 26: the index of its country. */
    private final char[] countryOf = new char[LETTERS * LETTERS * LETTERS];

    private EdgeLocations(List<BundledLines.Line> lines) {
        for (var line : lines) {
            add(line);
        }
    }

    /**
     * The country where an edge location like {@code FRA56-P2} stands, as ISO 3166-1 alpha-2, or "" when the range
     * {@code bytes[from, to)} holds no location known. Allocates nothing.
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

    /** A country and its airports, by place: two letters, then a blank and three letters, again and again. */
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
                throw line.malformed("'" + airport + "' is no code of an airport");
            }
            code = code * LETTERS + letter;
        }
        if (countryOf[code] != 0) {
            throw line.malformed(airport + " has a country already");
        }
        countryOf[code] = (char) (countries.size() - 1);
    }
}
