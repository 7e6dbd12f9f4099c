package dev.pagetrack.view;

import dev.pagetrack.log.Field;
import dev.pagetrack.log.LogLine;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a reader came from: the host only, never the path or a query. */
final class Referrers {

    /** What a visitor may have made up is not stored as a host. */
    static final String OTHER = "other";

    private static final Pattern URL = Pattern.compile("https?://([^/?#]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("(?=.{4,64}$)[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

    private Referrers() {}

    /** The referring host without {@code www.}; empty for none and for the site itself. */
    static String host(LogLine line, Set<String> ownHosts) {
        if (!line.has(Field.REFERRER)) {
            return "";
        }
        var url = URL.matcher(line.text(Field.REFERRER));
        if (!url.lookingAt()) {
            return OTHER;
        }
        var host = withoutPort(url.group(1).toLowerCase(Locale.ROOT));
        if (ownHosts.contains(host) || (line.has(Field.HOST) && host.equalsIgnoreCase(line.text(Field.HOST)))) {
            return "";
        }
        var bare = host.startsWith("www.") ? host.substring(4) : host;
        return HOST.matcher(bare).matches() ? bare : OTHER;
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon < 0 ? authority : authority.substring(0, colon);
    }
}
