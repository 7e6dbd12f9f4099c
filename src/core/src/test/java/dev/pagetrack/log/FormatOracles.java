package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the log formats in a simple and slow way: with String.split, regular expressions and java.time. */
final class FormatOracles {

    static final String MALFORMED = "malformed";
    static final String AMBIGUOUS = "ambiguous";

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern CLF = Pattern.compile(
            "([0-9]{2})/([A-Z][a-z]{2})/([0-9]{4}):([0-9]{2}):([0-9]{2}):([0-9]{2}) ([+-])([0-9]{2})([0-9]{2})");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern TIME = Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})");
    private static final Pattern INSTANT = Pattern.compile("(.{10})T(.{8})(?:\\.[0-9]+)?Z", Pattern.DOTALL);
    private static final Pattern REQUEST = Pattern.compile("([^ ]+) ([^ ]*) (HTTP/[^ ]*)", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("https?://([^/?]*?)(?::[0-9]*)?((?:[/?].*)?)", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9A-Fa-f]{2})|([bnrtv\"\\\\]))", Pattern.DOTALL);

    /** The ARN of a requester, and the rest of the line, which begins with a request id and an operation. */
    private static final Pattern S3_REQUESTER =
            Pattern.compile("(arn:[^ ]*(?: [^ ]*){0,8}?) ([^ ]* (?:REST|WEBSITE|BATCH|S3|SOAP)\\..*)", Pattern.DOTALL);

    /** A quoted token of a line. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);

    private FormatOracles() {}

    /** Reads CloudFront's W3C lines with these field names. */
    static Function<String, String> cloudFront(String... names) {
        return line -> {
            if (line.startsWith("#")) {
                return "directive";
            }
            var values = line.split("\t", -1);
            if (values.length != names.length) {
                return MALFORMED;
            }
            var fields = new EnumMap<Field, String>(Field.class);
            for (int i = 0; i < names.length; i++) {
                if (CloudFrontFields.byName(names[i]) != null) {
                    fields.put(CloudFrontFields.byName(names[i]), values[i]);
                }
            }
            return cloudFront(fields);
        };
    }

    static String cloudFront(Map<Field, String> fields) {
        if (fields.containsKey(Field.PATH)) {
            fields.put(Field.PATH, fields.get(Field.PATH).split("\\?", 2)[0]);
        }
        Long second;
        if (fields.containsKey(Field.DATE)) {
            second = iso(fields.get(Field.DATE), fields.getOrDefault(Field.TIME, ""));
        } else if (fields.containsKey(Field.EPOCH_MILLIS)) {
            second = epoch(fields.get(Field.EPOCH_MILLIS), "([0-9]{1,18})", 1000);
        } else {
            second = epoch(fields.getOrDefault(Field.EPOCH_SECONDS, ""), "([0-9]{1,18})(?:\\.[0-9]+)?", 1);
        }
        return second == null ? MALFORMED : OutcomeText.of(second, fields);
    }

    /** Reads S3 lines. A line is ambiguous if a quote may be a part of a field. */
    static String s3(String line) {
        var fields = new EnumMap<Field, String>(Field.class);
        Field[] order = {
            null,
            null,
            null,
            Field.ADDRESS,
            Field.REQUESTER,
            Field.REQUEST_ID,
            Field.OPERATION,
            Field.PATH,
            Field.METHOD,
            Field.STATUS,
            null,
            null,
            null,
            null,
            null,
            Field.REFERRER,
            Field.USER_AGENT
        };
        @Nullable Long second = null;
        var rest = line;
        for (int i = 0; i < order.length; i++) {
            if (rest == null || rest.isEmpty()) {
                return MALFORMED;
            }
            String value;
            if (i == 2) {
                var time =
                        Pattern.compile("\\[(.{26})](?: (.*))?", Pattern.DOTALL).matcher(rest);
                second = time.matches() ? clf(time.group(1)) : null;
                if (second == null) {
                    return MALFORMED;
                }
                rest = time.group(2);
                continue;
            }
            if ((i == 8 || i >= 15) && rest.startsWith("\"")) {
                var parts = rest.substring(1).split("\"", 2);
                if (parts.length < 2) {
                    return MALFORMED;
                }
                if (!parts[1].isEmpty() && !parts[1].startsWith(" ")) {
                    return AMBIGUOUS;
                }
                value = parts[0];
                rest = parts[1].isEmpty() ? null : parts[1].substring(1);
                var words = value.split(" ", -1);
                if (i == 8 && words.length > 2) {
                    fields.put(Field.PROTOCOL_VERSION, words[words.length - 1]);
                }
            } else {
                var requester = i == 4 ? S3_REQUESTER.matcher(rest) : null;
                var parts = requester != null && requester.matches()
                        ? new String[] {requester.group(1), requester.group(2)}
                        : rest.split(" ", 2);
                if (parts[0].contains("\"")) {
                    return AMBIGUOUS;
                }
                value = parts[0];
                rest = parts.length < 2 ? null : parts[1];
            }
            if (order[i] != null) {
                fields.put(order[i], order[i] == Field.METHOD ? value.split(" ", 2)[0] : value);
            }
        }
        if (rest != null) {
            var optional = rest.split(" ", -1);
            fields.put(Field.TLS_CIPHER, optional.length > 3 ? optional[3] : "-");
            fields.put(Field.TLS_PROTOCOL, optional.length > 6 ? optional[6] : "-");
        }
        return rest != null && rest.contains("\"") ? AMBIGUOUS : OutcomeText.of(requireNonNull(second), fields);
    }

    /** Reads load balancer lines: first splits them into tokens, then assigns the tokens to fields. */
    static String loadBalancer(String line) {
        var fields = new EnumMap<Field, String>(Field.class);
        @Nullable Long second = null;
        var rest = line;
        int i = 0;
        for (; rest != null; i++) {
            boolean quoted = rest.startsWith("\"");
            String value;
            String after;
            if (quoted) {
                var token = QUOTED.matcher(rest);
                if (!token.lookingAt()) {
                    return MALFORMED;
                }
                value = token.group(1);
                after = rest.substring(token.end());
                if (!after.isEmpty() && !after.startsWith(" ")) {
                    return AMBIGUOUS;
                }
            } else {
                value = rest.split(" ", 2)[0];
                after = rest.substring(value.length());
                if (value.contains("\"")) {
                    return AMBIGUOUS;
                }
            }
            if (quoted ? i < 12 : i == 12 || i == 13) {
                return MALFORMED;
            }
            if (i == 1) {
                second = instant(value);
                if (second == null) {
                    return MALFORMED;
                }
            } else if (i == 3) {
                var address = value.replaceFirst(":[0-9]*\\z", "");
                fields.put(
                        Field.ADDRESS,
                        address.matches("(?s)\\[.+]") ? address.substring(1, address.length() - 1) : address);
            } else if (i == 8) {
                fields.put(Field.STATUS, value);
            } else if (i == 12 && !request(value, fields)) {
                return MALFORMED;
            } else if (i == 13) {
                fields.put(Field.USER_AGENT, unescaped(value));
            } else if (!quoted && (i == 14 || i == 15)) {
                fields.put(i == 14 ? Field.TLS_CIPHER : Field.TLS_PROTOCOL, value);
            }
            rest = after.isEmpty() ? null : after.substring(1);
        }
        return i < 14 ? MALFORMED : OutcomeText.of(requireNonNull(second), fields);
    }

    static boolean request(String request, Map<Field, String> fields) {
        var parts = REQUEST.matcher(request);
        if (!parts.matches()) {
            return false;
        }
        fields.put(Field.METHOD, parts.group(1));
        fields.put(Field.PROTOCOL_VERSION, parts.group(3));
        var target = parts.group(2);
        var url = URL.matcher(target);
        if (url.matches()) {
            fields.put(Field.HOST, unescaped(url.group(1)));
            target = url.group(2);
        } else if (!target.startsWith("/")) {
            return !parts.group(1).equals("GET");
        }
        fields.put(Field.PATH, unescaped(target.split("\\?", 2)[0]));
        return true;
    }

    static String unescaped(String value) {
        return ESCAPE.matcher(value).replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(meaning(escape)));
    }

    private static String meaning(MatchResult escape) {
        if (escape.group(1) != null) {
            return new String(new byte[] {(byte) Integer.parseInt(escape.group(1), 16)}, ISO_8859_1);
        }
        return switch (escape.group(2)) {
            case "b" -> "\b";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "v" -> "\u000B";
            default -> escape.group(2);
        };
    }

    private static @Nullable Long instant(String text) {
        var instant = INSTANT.matcher(text);
        return instant.matches() ? iso(instant.group(1), instant.group(2)) : null;
    }

    private static @Nullable Long iso(String date, String time) {
        var day = DATE.matcher(date);
        var clock = TIME.matcher(time);
        return day.matches() && clock.matches()
                ? second(number(day, 1), number(day, 2), number(day, 3), clock, 1)
                : null;
    }

    static @Nullable Long clf(String text) {
        var clf = CLF.matcher(text);
        if (!clf.matches() || !MONTHS.contains(clf.group(2))) {
            return null;
        }
        var local = second(number(clf, 3), MONTHS.indexOf(clf.group(2)) + 1, number(clf, 1), clf, 4);
        int hours = number(clf, 8);
        int minutes = number(clf, 9);
        if (local == null || hours > 18 || minutes > 59) {
            return null;
        }
        int offset = hours * 3600 + minutes * 60;
        return clf.group(7).equals("-") ? local + offset : local - offset;
    }

    private static @Nullable Long second(int year, int month, int day, MatchResult clock, int group) {
        int second = number(clock, group + 2);
        try {
            // A leap second counts as the first second of the next minute.
            return LocalDateTime.of(year, month, day, number(clock, group), number(clock, group + 1))
                            .toEpochSecond(ZoneOffset.UTC)
                    + (second <= 60 ? second : Long.parseLong("x"));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static @Nullable Long epoch(String text, String pattern, int unitsPerSecond) {
        var number = Pattern.compile(pattern).matcher(text);
        if (!number.matches()) {
            return null;
        }
        long second = Long.parseLong(number.group(1)) / unitsPerSecond;
        return second < 253_402_300_800L ? second : null;
    }
}
