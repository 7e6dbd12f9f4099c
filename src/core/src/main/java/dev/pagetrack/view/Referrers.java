package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pagetrack.log.AsciiLiteral;
import dev.pagetrack.log.ByteRanges;
import dev.pagetrack.log.Field;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.page.PercentDecoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the host of the page that a reader came from, and never its path or query. The results are cached. */
final class Referrers {

    /** Stored instead of a referrer that is spam or that a client may have made up. */
    static final String OTHER = "other";

    private static final int MAX_CACHED = 1 << 13;
    private static final long HTTPS = paddedLong("https://");
    private static final long HTTP = paddedLong("http://");

    /** The bits that turn the letters of the scheme into lower case. */
    private static final long LETTERS_OF_HTTPS = 0x20_2020_2020L;

    private static final long LETTERS_OF_HTTP = 0x2020_2020L;
    private static final long SEVEN_BYTES = -1L >>> Byte.SIZE;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;

    private static final String WWW = "www.";
    private static final AsciiLiteral WWW_HOST = AsciiLiteral.of(WWW);

    /**
     * The result for a referrer.
     *
     * @param host its host in lower case, without port and {@code www.}; empty if the referrer is not a URL
     * @param label what is stored, unless the request itself was for that host
     */
    private record Referrer(String host, String label) {}

    private static final Referrer NOT_A_URL = new Referrer("", OTHER);

    private final Set<String> ownHosts;
    private final ByteCache<Referrer> cache = new ByteCache<>(MAX_CACHED, this::find);

    Referrers(Set<String> ownHosts) {
        this.ownHosts = ownHosts.stream().map(Referrers::withoutPortAndWww).collect(Collectors.toUnmodifiableSet());
    }

    /** The host of the referrer without {@code www.}; empty if there is no referrer, or if it is the site itself. */
    String host(LogLine line) {
        if (!line.has(Field.REFERRER)) {
            return "";
        }
        int to = line.to(Field.REFERRER);
        int authority = authority(line.bytes(), line.from(Field.REFERRER), to);
        var referrer = authority < 0
                ? NOT_A_URL
                : cache.get(line.bytes(), authority, authorityEnd(line.bytes(), authority, to));
        return line.has(Field.HOST) && isHost(referrer.host, line) ? "" : referrer.label;
    }

    /** Whether the request was for this host. */
    private static boolean isHost(String host, LogLine line) {
        int from = line.from(Field.HOST) + (line.startsWith(Field.HOST, WWW_HOST) ? WWW.length() : 0);
        boolean same = line.to(Field.HOST) - from == host.length();
        for (int i = 0; same && i < host.length(); i++) {
            same = Ascii.lowerCase(line.bytes()[from + i]) == host.charAt(i);
        }
        return same;
    }

    /** Where the authority of a URL begins, after {@code http://} or {@code https://}; -1 if it has another scheme. */
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

    /** The result for an authority. The cache holds authorities and not URLs, because one host has many pages. */
    private Referrer find(byte[] bytes, int from, int to) {
        byte[] authority = decoded(Arrays.copyOfRange(bytes, from, to));
        int end = authorityEnd(authority, 0, authority.length);
        var host = withoutPortAndWww(new String(authority, 0, end, ISO_8859_1).toLowerCase(Locale.ROOT));
        if (ownHosts.contains(host)) {
            return new Referrer(host, "");
        }
        boolean isPlausible = host.length() >= SHORTEST
                && host.length() <= LONGEST
                && HostNames.isDotted(host)
                && !SpamReferrers.bundled().contains(host);
        return new Referrer(host, isPlausible ? host : OTHER);
    }

    /**
     * Decodes the percent-encoding of an authority. CloudFront encodes some characters, among them the {@code #} that
     * ends an authority, and encodes what the client encoded once more. A host itself needs no encoding, so decoding an
     * authority that was encoded once or not at all changes nothing.
     */
    private static byte[] decoded(byte[] authority) {
        int length = PercentDecoder.decodeLeniently(authority, authority.length);
        return Arrays.copyOf(authority, PercentDecoder.decodeLeniently(authority, length));
    }

    /** The host without port and without {@code www.}, because the same site is often reachable with and without it. */
    private static String withoutPortAndWww(String authority) {
        int colon = authority.lastIndexOf(':');
        var host = colon < 0 ? authority : authority.substring(0, colon);
        return host.startsWith(WWW) ? host.substring(WWW.length()) : host;
    }

    private static long paddedLong(String text) {
        return ByteRanges.paddedLong(text.getBytes(US_ASCII), 0, text.length());
    }
}
