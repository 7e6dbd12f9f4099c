package dev.pagetrack.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.log.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.SortedMap;

/** The stack's CloudFormation template. It is the same file as in the function jar. */
final class StackTemplate {

    private static final String RESOURCE = "/dev/pagetrack/lambda/stack.yaml";

    private StackTemplate() {}

    /**
     * A digest that changes with the template and with each parameter. AWS runs a published version of a function, whose
     * settings can no longer change. CloudFormation publishes a new version only if this parameter of the template changes.
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
