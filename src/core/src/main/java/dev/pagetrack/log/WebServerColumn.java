package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The values of one column of a web server's log in several of its lines, which tell what the column holds.
 *
 * @param quoted whether the column is quoted
 * @param values its value in each of the lines
 */
record WebServerColumn(boolean quoted, List<String> values) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?=[^:]*[A-Za-z*_])[A-Za-z0-9*._-]+:[0-9]{1,5}");
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9_-]+\\.)+[A-Za-z][A-Za-z0-9-]*\\.?(?::[0-9]{1,5})?");
    private static final Pattern PORT = Pattern.compile("(?<=[0-9.]{7}|]):[0-9]{1,5}(?=$|,)");
    private static final Pattern NAME = Pattern.compile("(?=[^:]*[A-Za-z_])[A-Za-z0-9._-]+");
    private static final Pattern LIST_SEPARATOR = Pattern.compile(", *");
    private static final Pattern PRIVATE = Pattern.compile(
            "(?:10|127|192\\.168|172\\.(?:1[6-9]|2[0-9]|3[01]))\\..*|::1|(?i:f[cd][0-9a-f]{2}|fe80):.*");
    private static final Pattern PRODUCT = Pattern.compile("(?!HTTP/)[A-Za-z][A-Za-z0-9._-]*/[0-9].*", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("(?:https?://|android-app://|/).*", Pattern.DOTALL);

    WebServerColumn {
        values = List.copyOf(values);
        requireNonNull(values, "values");
    }

    /** Whether no line has a value. */
    boolean isEmpty() {
        return values.stream().allMatch(WebServerColumn::isNone);
    }

    boolean isNumber() {
        return most(value -> NUMBER.matcher(value).matches());
    }

    /** Whether the column holds names of hosts with ports, as nothing else does. */
    boolean isHostAndPort() {
        return most(value -> HOST_AND_PORT.matcher(value).matches());
    }

    /** Whether the column holds names of hosts or servers, also those without a dot. */
    boolean isName() {
        return most(value -> NAME.matcher(value).matches());
    }

    /** Whether the column holds host names. A client may send anything as a host, so a minority may be anything. */
    boolean isHost() {
        return isHostAndPort() || most(WebServerColumn::isHost);
    }

    /** Whether the column holds addresses, or lists of them. A client may send anything, so a minority may be anything. */
    boolean isAddresses() {
        // A load balancer adds ports. Without quotes, a single address with a port is that of a server.
        return most(value -> isAddresses(
                quoted || value.indexOf(',') >= 0 ? PORT.matcher(value).replaceAll("") : value));
    }

    /** Whether a line has several addresses or none, as only the header X-Forwarded-For does. */
    boolean hasListOrNone() {
        return values.stream().anyMatch(value -> isNone(value) || value.indexOf(',') >= 0 || value.equals("unknown"));
    }

    /** Whether all addresses are of a private network: those of a proxy. */
    boolean isPrivate() {
        return values.stream().allMatch(value -> PRIVATE.matcher(value).matches());
    }

    boolean isConstant() {
        return values.size() > 1 && values.stream().distinct().count() == 1;
    }

    /** Whether the column has values that user agents have, such as {@code Mozilla/5.0 …}. */
    boolean hasAgents() {
        return values.stream().anyMatch(value -> PRODUCT.matcher(value).matches());
    }

    /** Whether the column has URLs, and nothing else. */
    boolean isUrl() {
        return allHold(value -> URL.matcher(value).matches());
    }

    /** Its first value, for messages: short, and without control characters. */
    String example() {
        var value = values.stream().filter(any -> !isNone(any)).findFirst().orElse("-");
        var shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return '"' + shown.replaceAll("[^ -~…]", "?") + '"';
    }

    private boolean allHold(Predicate<String> test) {
        return !isEmpty() && values.stream().allMatch(value -> isNone(value) || test.test(value));
    }

    private boolean most(Predicate<String> test) {
        var held = values.stream().filter(value -> !isNone(value)).toList();
        return 2 * held.stream().filter(test).count() > held.size();
    }

    private static boolean isNone(String value) {
        return value.isEmpty() || value.equals("-");
    }

    private static boolean isHost(String value) {
        return HOST.matcher(value).matches() && !isAddresses(value);
    }

    private static boolean isAddresses(String value) {
        return LIST_SEPARATOR
                .splitAsStream(value)
                .allMatch(part -> part.equals("unknown") || part.equals("-") || isAddress(part));
    }

    private static boolean isAddress(String value) {
        byte[] bytes = value.getBytes(ISO_8859_1);
        boolean brackets = value.startsWith("[") && value.endsWith("]");
        return ClientAddresses.is(bytes, brackets ? 1 : 0, bytes.length - (brackets ? 1 : 0));
    }
}
