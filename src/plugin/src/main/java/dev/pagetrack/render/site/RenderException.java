package dev.pagetrack.render.site;

import java.util.List;

/** The site's content or the settings are wrong; nothing was written. The messages say where, and the way out. */
public final class RenderException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    /** One thing is wrong. */
    public RenderException(String message) {
        super(message);
    }

    /** One thing is wrong, found out by another exception. */
    public RenderException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Several things are wrong, of which the first {@value #SHOWN} are told. */
    public RenderException(List<String> messages) {
        super(joined(messages));
    }

    private static String joined(List<String> messages) {
        if (messages.size() <= SHOWN) {
            return String.join("\n", messages);
        }
        return String.join("\n", messages.subList(0, SHOWN)) + "\n… and " + (messages.size() - SHOWN) + " more";
    }
}
