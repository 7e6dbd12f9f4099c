package dev.pagetrack.render.site;

import java.util.List;

/**
 * Thrown if the site's content or the settings are wrong; nothing was written. The message says where, and what to do.
 */
public final class RenderException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient List<String> problems;

    /** Reports one problem. */
    public RenderException(String message) {
        super(message);
        problems = List.of(message);
    }

    /** Reports one problem that was found by another exception. */
    public RenderException(String message, Throwable cause) {
        super(message, cause);
        problems = List.of(message);
    }

    /** Reports several problems, of which the message shows the first {@value #SHOWN}. */
    public RenderException(List<String> messages) {
        super(joined(messages));
        problems = List.copyOf(messages);
    }

    /** All problems, also those that the message does not show. */
    public List<String> problems() {
        return problems;
    }

    private static String joined(List<String> messages) {
        if (messages.size() <= SHOWN) {
            return String.join("\n", messages);
        }
        return String.join("\n", messages.subList(0, SHOWN)) + "\n… and " + (messages.size() - SHOWN) + " more";
    }
}
