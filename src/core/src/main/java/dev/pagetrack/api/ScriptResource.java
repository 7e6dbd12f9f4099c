package dev.pagetrack.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** {@code /pagetrack.js}, a script that updates the counters that were rendered into a page. */
final class ScriptResource implements Resource {

    private final Content script = new Content("text/javascript; charset=utf-8", text(), Optional.empty());

    private static String text() {
        try (var in = ScriptResource.class.getResourceAsStream("pagetrack.js")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public Content answer(QueryParameters parameters) {
        return script;
    }
}
