package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CloudFront's standard logs, version 2, as JSON: one object per line. Its keys are the names of the fields that the
 * owner of the distribution chose; its values are strings and numbers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html">Standard
 *     logging, version 2</a>
 */
public final class CloudFrontJsonLogFormat implements LogFormat {

    /** JSON with CloudFront's name of the path. In a text within JSON, its quotes would be escaped. */
    private static final Pattern LOGGED = Pattern.compile("\\s*[\\[{](?s:.*?)\"cs-uri-stem\"");

    /** How many names a message shows. */
    private static final int SHOWN_NAMES = 8;

    @Override
    public String title() {
        return "CloudFront JSON log";
    }

    /** An object at the beginning of a line: its names, and whether it is alone in the line. */
    private record Start(Set<String> names, boolean alone) {}

    /** Recognises logs with one object in each line, also if a few objects have lost their line feed. */
    @Override
    public Optional<LineFormat> recognise(LogHead head) {
        var logged = objects(head)
                .filter(object -> CloudFrontFields.hasTimeAndPath(object.names))
                .toList();
        boolean alone = logged.stream().filter(Start::alone).count() * 2 > logged.size();
        return alone && !head.text().stripLeading().startsWith("[")
                ? Optional.of(new CloudFrontJsonLines(CloudFrontFields.missing(logged.get(0).names)))
                : Optional.empty();
    }

    private static Stream<Start> objects(LogHead head) {
        return head.lines().stream()
                .filter(line -> line.stripLeading().startsWith("{"))
                .map(CloudFrontJsonLogFormat::start);
    }

    /** Reads the JSON object at the beginning of a line up to its end, or to where it is damaged. */
    private static Start start(String line) {
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
        return new Start(names, !json.skip('}') || json.atEnd());
    }

    @Override
    public Optional<String> refusal(LogHead head) {
        var objects = objects(head).filter(object -> !object.names.isEmpty()).toList();
        boolean others =
                objects.stream().anyMatch(object -> object.alone && !CloudFrontFields.hasTimeAndPath(object.names));
        if (!others && LOGGED.matcher(head.text()).lookingAt()) {
            return Optional.of("has the fields of a CloudFront log in JSON, but not one object in each line, which"
                    + " pagetrack does not read. Write each object into a line of its own, as jq -c . does, or jq -c '.[]'"
                    + " if they are in an array.");
        }
        return objects.stream()
                .map(Start::names)
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
