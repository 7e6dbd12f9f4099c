package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/**
 * CloudFront's standard logs, version 2, as JSON: one object per line. Its keys are the names of the fields that the
 * owner of the distribution chose; its values are strings and numbers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html">Standard
 *     logging, version 2</a>
 */
public final class CloudFrontJsonLogFormat implements LogFormat {

    @Override
    public String title() {
        return "CloudFront JSON log";
    }

    @Override
    public Optional<LineFormat> recognise(byte[] head) {
        return new String(head, ISO_8859_1)
                .lines()
                .limit(TRIED_LINES)
                .map(String::strip)
                .filter(line -> line.startsWith("{") && CloudFrontFields.hasTimeAndPath(line))
                .findFirst()
                .map(line -> new CloudFrontJsonLines());
    }
}
