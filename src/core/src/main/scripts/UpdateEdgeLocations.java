import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Updates edge-locations.txt from the airports of OurAirports: all large ones, and medium ones with scheduled flights,
 * if they have an IATA code.
 *
 * <pre>
 * java src/main/scripts/UpdateEdgeLocations.java airports.csv
 * </pre>
 *
 * Run it in the folder of the module, with the file airports.csv from https://ourairports.com/data/ (public domain).
 * Our own part at the end of edge-locations.txt stays unchanged.
 */
final class UpdateEdgeLocations {

    private static final Path FILE = Path.of("src/main/resources/dev/pagetrack/view/edge-locations.txt");
    private static final String OWN = "# ---- our own codes: written by hand, kept by the script ----\n";
    private static final int AIRPORTS_PER_LINE = 28;

    private static final String HEAD = """
            # Airports by country (ISO 3166-1 alpha-2), read by EdgeLocations: CloudFront names an edge location after an
            # airport near it. Amazon publishes the cities (https://aws.amazon.com/cloudfront/features/) but not the codes.
            # Any city may get an edge location, because embedded points of presence are in the networks of internet
            # providers. So this is not a list of edge locations, but of the airports whose codes one could have.
            #
            # The script src/main/scripts/UpdateEdgeLocations.java generates the first part from OurAirports,
            # https://ourairports.com/data/ (public domain): large airports, and medium ones with scheduled flights.
            # The second part is our own. The last line shows that the file is complete.

            # ---- from OurAirports ----
            """;

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException(
                    "Name the file: java src/main/scripts/UpdateEdgeLocations.java <airports.csv>");
        }
        var own = Files.readString(FILE).split(OWN, 2)[1];
        var airports = airportsByCountry(Path.of(args[0]));
        var text = new StringBuilder(HEAD);
        airports.forEach((country, codes) -> append(text, country, List.copyOf(codes)));
        Files.writeString(FILE, text + "\n" + OWN + own);
        System.out.println(airports.values().stream().mapToInt(Set::size).sum() + " airports in " + airports.size()
                + " countries");
    }

    private static Map<String, TreeSet<String>> airportsByCountry(Path csv) throws IOException {
        var rows = Files.readAllLines(csv).stream()
                .map(UpdateEdgeLocations::fields)
                .toList();
        var names = rows.get(0);
        var countries = Set.of(Locale.getISOCountries());
        var airports = new TreeMap<String, TreeSet<String>>();
        for (var row : rows.subList(1, rows.size())) {
            var type = row.get(names.indexOf("type"));
            var scheduled = row.get(names.indexOf("scheduled_service")).equals("yes");
            var code = row.get(names.indexOf("iata_code"));
            var country = row.get(names.indexOf("iso_country"));
            var included = type.equals("large_airport") || type.equals("medium_airport") && scheduled;
            if (included && code.matches("[A-Z]{3}") && countries.contains(country)) {
                airports.computeIfAbsent(country, key -> new TreeSet<>()).add(code);
            }
        }
        return airports;
    }

    /** The fields of a line of CSV, in which a quote within quotes is doubled. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static void append(StringBuilder text, String country, List<String> codes) {
        for (int from = 0; from < codes.size(); from += AIRPORTS_PER_LINE) {
            int to = Math.min(from + AIRPORTS_PER_LINE, codes.size());
            text.append(country)
                    .append(' ')
                    .append(String.join(" ", codes.subList(from, to)))
                    .append('\n');
        }
    }
}
