package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CloudFront's standard logs, version 2, as JSON: one object per line. Its keys are the names of the fields that the
 * owner of the distribution chose; its values are strings and numbers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html">Standard
 *     logging, version 2</a>
 */
public final class CloudFrontJsonLogFormat implements LogFormat {

    /** How many names a message shows. */
    private static final int SHOWN_NAMES = 8;

    @Override
    public String title() {
        return "CloudFront JSON log";
    }

    @Override
    public Optional<LineFormat> recognise(LogHead head) {
        return objects(head)
                .filter(CloudFrontFields::hasTimeAndPath)
                .findFirst()
                .map(names -> new CloudFrontJsonLines(CloudFrontFields.missing(names)));
    }

    /** The names in the JSON objects of a log. A name inside a value is not one of them. */
    private static Stream<Set<String>> objects(LogHead head) {
        return head.lines().stream()
                .filter(line -> line.stripLeading().startsWith("{"))
                .map(CloudFrontJsonLogFormat::names);
    }

    /** The names in a JSON object up to the first value that is an object or an array, or damaged. */
    private static Set<String> names(String line) {
        var names = new LinkedHashSet<String>();
        byte[] bytes = line.getBytes(ISO_8859_1);
        var json = new JsonScanner();
        json.begin(bytes, 0, bytes.length);
        boolean more = json.skip('{');
        while (more && json.string()) {
            byte[] name = Arrays.copyOfRange(bytes, json.valueFrom(), json.valueTo());
            int length = JsonEscapes.unescape(name, 0, name.length);
            names.add(new String(name, 0, Math.max(0, length), UTF_8));
            more = json.skip(':') && json.value() && json.skip(',');
        }
        return names;
    }

    @Override
    public Optional<String> refusal(LogHead head) {
        return objects(head)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .map(
                        names ->
                                "is a JSON file without the fields that are needed to count pages, which pagetrack does not"
                                        + " read. Its objects have " + shown(names)
                                        + ". A CloudFront log in JSON has cs-uri-stem, and date and time or timestamp, in the outer object"
                                        + " of each line: take them out of the object around them, or leave the file out of <logs>.");
    }

    private static String shown(Set<String> names) {
        var first = names.stream().limit(SHOWN_NAMES).map(name -> name.replaceAll("[^A-Za-z0-9_()., -]", "?"));
        return first.collect(joining(", ")) + (names.size() > SHOWN_NAMES ? " and others" : "");
    }
}
