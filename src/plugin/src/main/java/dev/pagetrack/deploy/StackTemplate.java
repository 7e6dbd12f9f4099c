package dev.pagetrack.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.log.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.SortedMap;

/** The stack's template, the same file as in the function jar. */
final class StackTemplate {

    private static final String RESOURCE = "/dev/pagetrack/lambda/stack.yaml";

    private StackTemplate() {}

    /**
     * What changes whenever a function's settings might: a function's version, which is what runs, is frozen when it is
     * published, and CloudFormation publishes another only when this word changes.
     */
    static String revision(String template, SortedMap<String, String> parameters) {
        var digest = Sha256.create();
        digest.update(template.getBytes(UTF_8));
        digest.update(parameters.toString().getBytes(UTF_8));
        return Sha256.hex(digest).substring(0, 16);
    }

    static String read() {
        try (var in = Objects.requireNonNull(StackTemplate.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
