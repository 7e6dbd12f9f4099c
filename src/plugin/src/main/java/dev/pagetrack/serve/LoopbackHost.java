package dev.pagetrack.serve;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request names this machine. A page of any site can make a browser send requests to this machine under a
 * host name of that site (DNS rebinding), and could then read the responses.
 */
final class LoopbackHost {

    private static final Pattern HOST = Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    private LoopbackHost() {}

    /** @param headers the {@code Host} headers of a request; null if there is none */
    static boolean isNamedBy(@Nullable List<String> headers) {
        return headers != null
                && headers.size() == 1
                && HOST.matcher(headers.get(0).strip()).matches();
    }
}
