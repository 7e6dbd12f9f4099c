package dev.pagetrack.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** The script that refreshes counters which were baked in. */
final class LiveScript implements Resource {

    private final Content script = new Content("text/javascript; charset=utf-8", text(), Optional.empty());

    private static String text() {
        try (var in = LiveScript.class.getResourceAsStream("pagetrack.js")) {
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
    public Content answer(Parameters parameters) {
        return script;
    }
}
