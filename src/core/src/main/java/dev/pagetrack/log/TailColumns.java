package dev.pagetrack.log;

import static dev.pagetrack.log.WebServerRole.FORWARDED;
import static dev.pagetrack.log.WebServerRole.HOST;
import static dev.pagetrack.log.WebServerRole.NUMBER;
import static dev.pagetrack.log.WebServerRole.OTHER;
import static dev.pagetrack.log.WebServerRole.REFERRER;
import static dev.pagetrack.log.WebServerRole.USER_AGENT;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a web server's log after the size. The format "common" has none, and "combined" has referrer and user
 * agent; servers add others before, between and after these.
 */
final class TailColumns {

    /** A column: what it holds, and whether it is quoted. */
    record Column(WebServerRole role, boolean quoted) {}

    static final List<Column> COMMON = List.of();
    static final List<Column> COMBINED = List.of(new Column(REFERRER, true), new Column(USER_AGENT, true));

    /** The columns of which a line must have each: up to the referrer and the user agent. */
    private final List<Column> needed;

    /** The columns after those. A line may lack them, or have more. */
    private final List<Column> others;

    private final boolean hasUserAgent;

    TailColumns(List<Column> columns) {
        int last = -1;
        boolean agent = false;
        for (int i = 0; i < columns.size(); i++) {
            agent |= columns.get(i).role == USER_AGENT;
            last = isReader(columns.get(i)) ? i : last;
        }
        hasUserAgent = agent;
        int end = agent ? last + 1 : columns.size();
        needed = List.copyOf(columns.subList(0, end));
        others = columns.subList(end, columns.size()).stream().anyMatch(column -> column.role != OTHER)
                ? List.copyOf(columns.subList(end, columns.size()))
                : List.of();
    }

    private static boolean isReader(Column column) {
        return column.role == REFERRER || column.role == USER_AGENT;
    }

    /**
     * Finds out what columns hold.
     *
     * @throws UnknownColumnException if that cannot be told
     */
    static List<Column> deduce(List<WebServerColumn> columns) {
        int[] readers = readers(columns);
        int last = Math.max(readers[0], readers[1]);
        var roles = new ArrayList<Column>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var role = i == readers[0] ? REFERRER : i == readers[1] ? USER_AGENT : role(column, i > last && last >= 0);
            if (role == OTHER && !column.isEmpty() && (i <= last || last < 0)) {
                throw new UnknownColumnException("column " + (i + 1) + " after the size holds " + column.example());
            }
            roles.add(new Column(role, column.quoted()));
        }
        return roles;
    }

    /** The indexes of the referrer and the user agent, -1 for none. */
    private static int[] readers(List<WebServerColumn> columns) {
        var texts = texts(columns);
        if (texts.isEmpty()) {
            return new int[] {-1, -1};
        }
        if (texts.size() == 1) {
            var only = columns.get(texts.get(0));
            if (!only.hasAgents()) {
                throw new UnknownColumnException(
                        "the only quoted column after the size holds " + only.example() + ", which is no user agent");
            }
            return new int[] {-1, texts.get(0)};
        }
        var first = columns.get(texts.get(0));
        var second = columns.get(texts.get(1));
        boolean exchanged = first.hasAgents() && !second.hasAgents() && (second.isEmpty() || second.isUrl());
        boolean late = texts.size() > 2
                && !first.hasAgents()
                && !second.hasAgents()
                && columns.get(texts.get(2)).hasAgents();
        if (late) {
            return new int[] {texts.get(1), texts.get(2)};
        }
        return new int[] {texts.get(exchanged ? 1 : 0), texts.get(exchanged ? 0 : 1)};
    }

    /**
     * The indexes of the quoted columns that may be referrer and user agent. A client can send a number, a host name or
     * an address as its user agent, so two quoted columns are these two, whatever they hold.
     */
    private static List<Integer> texts(List<WebServerColumn> columns) {
        var quoted = new ArrayList<Integer>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).quoted()) {
                quoted.add(i);
            }
        }
        var texts = quoted.stream()
                .filter(i -> role(columns.get(i), false) == OTHER)
                .toList();
        boolean agentOnly = texts.size() == 1
                && texts.get(0).equals(quoted.get(0))
                && columns.get(texts.get(0)).hasAgents();
        return quoted.size() > 1 && texts.size() < 2 && !agentOnly ? quoted.subList(0, 2) : texts;
    }

    /** The role of a column that is neither referrer nor user agent. */
    private static WebServerRole role(WebServerColumn column, boolean afterReaders) {
        if (column.isNumber()) {
            return afterReaders ? OTHER : NUMBER;
        }
        if (column.isHost()) {
            return HOST;
        }
        // After the user agent, an address that never changes is the server's.
        boolean server = afterReaders && !column.quoted() && column.isConstant();
        return column.isAddresses() && !server ? FORWARDED : OTHER;
    }

    /** Whether lines have a user agent. */
    boolean hasUserAgent() {
        return hasUserAgent;
    }

    /** Whether {@link CombinedFastPath} reads such lines right. */
    boolean isUsual() {
        return others.isEmpty() && (needed.equals(COMMON) || needed.equals(COMBINED));
    }

    /** Sets the fields of a line from its columns; false if they do not match. */
    boolean read(LogLine line, WebServerTokens tokens) {
        if (needed.isEmpty() && others.isEmpty() && !tokens.atEnd()) {
            // A server that changed from "common" to "combined".
            return readAll(COMBINED, line, tokens);
        }
        if (!readAll(needed, line, tokens)) {
            return false;
        }
        for (var column : others) {
            if (!tokens.next()) {
                break;
            }
            set(line, column, tokens);
        }
        return hasUserAgent || tokens.atEnd();
    }

    private static boolean readAll(List<Column> columns, LogLine line, WebServerTokens tokens) {
        for (var column : columns) {
            if (!tokens.next() || tokens.isQuoted() != column.quoted || !set(line, column, tokens)) {
                return false;
            }
        }
        return true;
    }

    private static boolean set(LogLine line, Column column, WebServerTokens tokens) {
        int from = tokens.from();
        int to = tokens.to();
        switch (column.role) {
            case REFERRER -> line.set(Field.REFERRER, from, to);
            case USER_AGENT -> line.set(Field.USER_AGENT, from, to);
            case HOST -> LeadColumns.setHost(line, from, to);
            case FORWARDED -> ClientAddresses.setFirst(line, from, to);
            case NUMBER -> {
                return isNumber(line.bytes(), from, to);
            }
            default -> {
                // Not used.
            }
        }
        return true;
    }

    /** Whether a range is a number, or empty or {@code -}. */
    private static boolean isNumber(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((bytes[i] < '0' || bytes[i] > '9') && bytes[i] != '.' && (bytes[i] != '-' || to > from + 1)) {
                return false;
            }
        }
        return true;
    }
}
