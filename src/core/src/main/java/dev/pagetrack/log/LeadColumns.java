package dev.pagetrack.log;

import static dev.pagetrack.log.WebServerRole.CLIENT;
import static dev.pagetrack.log.WebServerRole.FORWARDED;
import static dev.pagetrack.log.WebServerRole.HOST;
import static dev.pagetrack.log.WebServerRole.OTHER;
import static dev.pagetrack.log.WebServerRole.USER;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a web server's log before the time: client, identity and user, and the host or forwarded addresses if
 * the server writes them there.
 */
final class LeadColumns {

    /** What nearly all servers write: client, identity, user. */
    static final List<WebServerRole> USUAL = List.of(CLIENT, OTHER, USER);

    /** More columns than any server writes. */
    private static final int MAX_TOKENS = 64;

    private final List<WebServerRole> roles;
    private final WebServerTokens tokens = new WebServerTokens();
    private final int[] from = new int[MAX_TOKENS];
    private final int[] to = new int[MAX_TOKENS];

    LeadColumns(List<WebServerRole> roles) {
        this.roles = List.copyOf(roles);
    }

    /**
     * Finds out what columns hold.
     *
     * @throws UnknownColumnException if that cannot be told
     */
    static List<WebServerRole> deduce(List<WebServerColumn> columns) {
        int count = columns.size();
        boolean hasExtra = count > USUAL.size();
        if (count < USUAL.size()) {
            throw new UnknownColumnException(
                    "it has " + count + " of the three columns client, identity and user" + " before the time");
        }
        if (hasExtra && columns.get(count - 1).isHost()) {
            return hostLast(count);
        }
        if (hasExtra
                && !columns.get(0).isHostAndPort()
                && columns.get(1).isEmpty()
                && !columns.get(2).isAddresses()
                && !columns.get(0).isEmpty()) {
            return USUAL; // users with blanks
        }
        return first(columns, hasExtra ? count - 2 : 2);
    }

    private static List<WebServerRole> hostLast(int count) {
        var roles = new ArrayList<>(USUAL);
        while (roles.size() < count) {
            roles.add(OTHER);
        }
        roles.set(count - 1, HOST);
        return roles;
    }

    /** The roles if the host or forwarded addresses are before identity and user, or in the place of the identity. */
    private static List<WebServerRole> first(List<WebServerColumn> columns, int extra) {
        var roles = new ArrayList<WebServerRole>();
        for (int i = 0; i < columns.size(); i++) {
            roles.add(i < extra ? OTHER : i == columns.size() - 1 ? USER : OTHER);
        }
        var addresses = new ArrayList<Integer>();
        for (int i = 0; i < extra; i++) {
            var column = columns.get(i);
            boolean beforeClient = i == 0 && columns.get(1).isAddresses();
            if (column.isHostAndPort() || (beforeClient && column.isName()) || (i > 0 && column.isHost())) {
                roles.set(i, roles.contains(HOST) ? OTHER : HOST);
            } else if (column.isAddresses() || (i == 0 && (column.isEmpty() || !beforeClient))) {
                addresses.add(i);
            } else if ((beforeClient || columns.size() > USUAL.size()) && !column.isEmpty()) {
                throw new UnknownColumnException("column " + (i + 1) + " before the time holds " + column.example());
            }
        }
        setAddresses(columns, addresses, extra, roles);
        return roles;
    }

    private static void setAddresses(
            List<WebServerColumn> columns, List<Integer> addresses, int extra, List<WebServerRole> roles) {
        if (addresses.isEmpty() && columns.size() > USUAL.size()) {
            roles.set(extra - 1, CLIENT); // host names of clients
        } else if (addresses.size() == 1) {
            roles.set(addresses.get(0), CLIENT);
        } else if (addresses.size() > 1) {
            int first = addresses.get(0);
            int second = addresses.get(1);
            boolean firstForwarded = isForwarded(columns.get(first), columns.get(second));
            if (firstForwarded == isForwarded(columns.get(second), columns.get(first))) {
                throw new UnknownColumnException("columns " + (first + 1) + " and " + (second + 1)
                        + " before the time hold addresses, "
                        + columns.get(first).example() + " and "
                        + columns.get(second).example() + ", and nothing tells which is the client's");
            }
            roles.set(first, firstForwarded ? FORWARDED : CLIENT);
            roles.set(second, firstForwarded ? CLIENT : FORWARDED);
        }
    }

    private static boolean isForwarded(WebServerColumn column, WebServerColumn other) {
        return column.hasListOrNone()
                ? !other.hasListOrNone()
                : !other.hasListOrNone() && other.isPrivate() && !column.isPrivate();
    }

    boolean isUsual() {
        return roles.equals(USUAL);
    }

    /** Sets address and host of a line from its columns in a range; false if they do not match. */
    boolean read(LogLine line, int start, int end) {
        byte[] bytes = line.bytes();
        if (end == start || bytes[end - 1] != ' ') {
            return false;
        }
        tokens.begin(bytes, start, end);
        int count = 0;
        while (count < MAX_TOKENS && tokens.next()) {
            from[count] = tokens.from();
            to[count++] = tokens.to();
        }
        if (!tokens.atEnd() || !isUser(bytes, count)) {
            return false;
        }
        for (int i = 0; i < roles.size(); i++) {
            set(line, roles.get(i), from[i], to[i]);
        }
        return true;
    }

    /** A user name may contain blanks, but only if there is no identity that could be taken for a part of it. */
    private boolean isUser(byte[] bytes, int count) {
        int user = roles.size() - 1;
        if (count < roles.size() || (roles.get(user) == USER && isQuoted(bytes, user, count))) {
            return false;
        }
        boolean noIdentity = to[user - 1] == from[user - 1] + 1 && bytes[from[user - 1]] == '-';
        return count == roles.size() || (roles.get(user) == USER && noIdentity);
    }

    /** Whether a quote is in the user's name: the end of a quoted text would be unknown. */
    private boolean isQuoted(byte[] bytes, int user, int count) {
        // A quoted column begins after its quote.
        return ByteRanges.indexOf((byte) '"', bytes, from[user] - 1, to[count - 1]) < to[count - 1];
    }

    private static void set(LogLine line, WebServerRole role, int from, int to) {
        if (role == HOST) {
            setHost(line, from, to);
        } else if (role == CLIENT && !line.isSet(Field.ADDRESS) && !isList(line, from, to)) {
            line.set(Field.ADDRESS, from, to);
        } else if (role == FORWARDED || (role == CLIENT && !line.isSet(Field.ADDRESS))) {
            ClientAddresses.setFirst(line, from, to);
        }
    }

    /** A client that is no list is taken as it is, because it may be a host name. */
    private static boolean isList(LogLine line, int from, int to) {
        return ByteRanges.indexOf((byte) ',', line.bytes(), from, to) < to || line.bytes()[from] == '[';
    }

    /** Sets the host, without its port. A request for a URL names the host itself. */
    static void setHost(LogLine line, int from, int to) {
        if (!line.isSet(Field.HOST)) {
            line.set(Field.HOST, from, RequestLine.portStart(line.bytes(), from, to));
        }
    }
}
