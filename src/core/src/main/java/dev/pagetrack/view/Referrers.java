package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pagetrack.log.ByteRanges;
import dev.pagetrack.log.Field;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.AsciiLiteral;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where readers came from: the host only, never the path or a query. What a referrer says is remembered. */
final class Referrers {

    /** What a visitor may have made up, or spam, is not stored as a host. */
    static final String OTHER = "other";

    private static final int REFERRERS = 1 << 13;
    private static final long HTTPS = word("https://");
    private static final long HTTP = word("http://");

    /** What makes letters lower case. */
    private static final long LETTERS_OF_HTTPS = 0x20_2020_2020L;

    private static final long LETTERS_OF_HTTP = 0x2020_2020L;
    private static final long SEVEN_BYTES = -1L >>> Byte.SIZE;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;

    private static final String WWW = "www.";
    private static final AsciiLiteral WWW_HOST = AsciiLiteral.of(WWW);

    /**
     * What a referrer says.
     *
     * @param host as it stands there, in lower case and bare; empty where it is no URL
     * @param label what is stored of it unless the request was for that host
     */
    private record Referrer(String host, String label) {}

    private static final Referrer NO_URL = new Referrer("", OTHER);

    private final Set<String> ownHosts;
    private final ByteCache<Referrer> known = new ByteCache<>(REFERRERS, this::find);

    Referrers(Set<String> ownHosts) {
        this.ownHosts = ownHosts.stream().map(Referrers::bare).collect(Collectors.toUnmodifiableSet());
    }

    /** The referring host without {@code www.}; empty for none and for the site itself, with or without that. */
    String host(LogLine line) {
        if (!line.has(Field.REFERRER)) {
            return "";
        }
        int to = line.to(Field.REFERRER);
        int authority = authority(line.bytes(), line.from(Field.REFERRER), to);
        var referrer =
                authority < 0 ? NO_URL : known.get(line.bytes(), authority, authorityEnd(line.bytes(), authority, to));
        return line.has(Field.HOST) && isHost(referrer.host, line) ? "" : referrer.label;
    }

    /** Whether the request was for that host. */
    private static boolean isHost(String host, LogLine line) {
        int from = line.from(Field.HOST) + (line.startsWith(Field.HOST, WWW_HOST) ? WWW.length() : 0);
        boolean same = line.to(Field.HOST) - from == host.length();
        for (int i = 0; same && i < host.length(); i++) {
            same = Ascii.lowerCase(line.bytes()[from + i]) == host.charAt(i);
        }
        return same;
    }

    /** Where the authority of a URL begins, after {@code http://} or {@code https://}; -1 if there is none. */
    private static int authority(byte[] bytes, int from, int to) {
        long scheme = ByteRanges.paddedLong(bytes, from, to);
        if ((scheme | LETTERS_OF_HTTPS) == HTTPS) {
            return from + 8;
        }
        return ((scheme | LETTERS_OF_HTTP) & SEVEN_BYTES) == HTTP ? from + 7 : -1;
    }

    private static int authorityEnd(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != '/' && bytes[end] != '?' && bytes[end] != '#') {
            end++;
        }
        return end;
    }

    /** What an authority says: few of them stand before the many pages that a referrer may name. */
    private Referrer find(byte[] bytes, int from, int to) {
        var host = bare(new String(bytes, from, to - from, ISO_8859_1).toLowerCase(Locale.ROOT));
        if (ownHosts.contains(host)) {
            return new Referrer(host, "");
        }
        boolean named = host.length() >= SHORTEST
                && host.length() <= LONGEST
                && HostNames.isDotted(host)
                && !SpamReferrers.bundled().contains(host);
        return new Referrer(host, named ? host : OTHER);
    }

    /** A host without port and without {@code www.}, which the same site has or has not. */
    private static String bare(String authority) {
        int colon = authority.lastIndexOf(':');
        var host = colon < 0 ? authority : authority.substring(0, colon);
        return host.startsWith(WWW) ? host.substring(WWW.length()) : host;
    }

    private static long word(String text) {
        return ByteRanges.paddedLong(text.getBytes(US_ASCII), 0, text.length());
    }
}
