package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pagetrack.log.Field;
import dev.pagetrack.log.LogLine;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where readers came from: the host only, never the path or a query. What a referrer says is remembered. */
final class Referrers {

    /** What a visitor may have made up, or spam, is not stored as a host. */
    static final String OTHER = "other";

    private static final int REFERRERS = 1 << 13;
    private static final Pattern URL = Pattern.compile("https?://([^/?#]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("(?=.{4,64}$)[a-z0-9-]+(?:\\.[a-z0-9-]+)+");

    private static final byte[] WWW = {'w', 'w', 'w', '.'};

    /**
     * What a referrer says.
     *
     * @param host as it stands there, in lower case and bare; empty where it is no URL
     * @param label what is stored of it unless the request was for that host
     */
    private record Referrer(String host, String label) {}

    private final Set<String> ownHosts;
    private final Remembered<Referrer> known = new Remembered<>(REFERRERS, this::find);

    Referrers(Set<String> ownHosts) {
        this.ownHosts = ownHosts.stream().map(Referrers::bare).collect(Collectors.toUnmodifiableSet());
    }

    /** The referring host without {@code www.}; empty for none and for the site itself, with or without that. */
    String host(LogLine line) {
        if (!line.has(Field.REFERRER)) {
            return "";
        }
        var referrer = known.get(line.bytes(), line.from(Field.REFERRER), line.to(Field.REFERRER));
        return line.has(Field.HOST) && isHost(referrer.host, line) ? "" : referrer.label;
    }

    /** Whether the request was for that host. */
    private static boolean isHost(String host, LogLine line) {
        int from = line.from(Field.HOST) + (line.startsWith(Field.HOST, WWW) ? WWW.length : 0);
        boolean same = line.to(Field.HOST) - from == host.length();
        for (int i = 0; same && i < host.length(); i++) {
            same = Ascii.lowerCase(line.bytes()[from + i]) == host.charAt(i);
        }
        return same;
    }

    private Referrer find(byte[] bytes, int from, int to) {
        var url = URL.matcher(new String(bytes, from, to - from, ISO_8859_1));
        if (!url.lookingAt()) {
            return new Referrer("", OTHER);
        }
        var host = bare(url.group(1).toLowerCase(Locale.ROOT));
        if (ownHosts.contains(host)) {
            return new Referrer(host, "");
        }
        boolean named = HOST.matcher(host).matches() && !SpamReferrers.shipped().contains(host);
        return new Referrer(host, named ? host : OTHER);
    }

    /** A host without port and without {@code www.}, which the same site has or has not. */
    private static String bare(String authority) {
        int colon = authority.lastIndexOf(':');
        var host = colon < 0 ? authority : authority.substring(0, colon);
        return host.startsWith("www.") ? host.substring(WWW.length) : host;
    }
}
