package dev.pagetrack.view;

import dev.pagetrack.log.Field;
import dev.pagetrack.log.LogLine;

/** The country of a request: from the log, or else the country of the CloudFront edge location that answered it. */
final class Countries {

    private Countries() {}

    /** The country code (ISO 3166-1 alpha-2), or empty if the country is unknown. */
    static String of(LogLine line) {
        if (line.has(Field.COUNTRY)) {
            var country = line.text(Field.COUNTRY);
            return country.length() == 2 && isUpper(country.charAt(0)) && isUpper(country.charAt(1)) ? country : "";
        }
        return line.has(Field.EDGE_LOCATION)
                ? EdgeLocations.country(line.bytes(), line.from(Field.EDGE_LOCATION), line.to(Field.EDGE_LOCATION))
                : "";
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
