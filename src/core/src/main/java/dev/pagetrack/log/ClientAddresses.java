package dev.pagetrack.log;

/** Recognises the addresses of clients, and finds the client in a list of addresses that proxies wrote. */
final class ClientAddresses {

    private ClientAddresses() {}

    /**
     * Sets {@link Field#ADDRESS} to the first address in a column: proxies append theirs to the list, and write {@code
     * unknown} or {@code -} for an address that they do not know.
     *
     * @return false if the column holds no address
     */
    static boolean setFirst(LogLine line, int from, int to) {
        byte[] bytes = line.bytes();
        for (int at = from; at < to; at++) {
            int end = ByteRanges.indexOf((byte) ',', bytes, at, to);
            int first = at;
            while (first < end && bytes[first] == ' ') {
                first++;
            }
            int last = end;
            while (last > first && bytes[last - 1] == ' ') {
                last--;
            }
            if (set(line, first, last)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /** Sets the address in a range, without brackets and port; false if the range holds none. */
    private static boolean set(LogLine line, int from, int to) {
        byte[] bytes = line.bytes();
        int end = end(bytes, from, to);
        int brackets = isInBrackets(bytes, from, end) ? 1 : 0;
        boolean address = is(bytes, from + brackets, end - brackets);
        if (address) {
            line.set(Field.ADDRESS, from + brackets, end - brackets);
        }
        return address;
    }

    /** Whether a range is an IP address, as far as its characters tell, also in brackets or with a port. */
    static boolean isWithPort(byte[] bytes, int from, int to) {
        int end = end(bytes, from, to);
        int brackets = isInBrackets(bytes, from, end) ? 1 : 0;
        return is(bytes, from + brackets, end - brackets);
    }

    /** Where an address ends, without its port. An IPv6 address has a port only behind brackets. */
    private static int end(byte[] bytes, int from, int to) {
        int port = RequestLine.portStart(bytes, from, to);
        return isIpV4(bytes, from, port) || isBracket(bytes, from, to) ? port : to;
    }

    private static boolean isInBrackets(byte[] bytes, int from, int to) {
        return to - from > 1 && isBracket(bytes, from, to) && bytes[to - 1] == ']';
    }

    private static boolean isBracket(byte[] bytes, int from, int to) {
        return from < to && bytes[from] == '[';
    }

    /** Whether a range is an IP address, as far as its characters tell. */
    static boolean is(byte[] bytes, int from, int to) {
        return isIpV4(bytes, from, to) || isIpV6(bytes, from, to);
    }

    private static boolean isIpV4(byte[] bytes, int from, int to) {
        int parts = 1;
        int digits = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '.' && digits > 0) {
                parts++;
                digits = 0;
            } else if (bytes[i] >= '0' && bytes[i] <= '9' && digits < 3) {
                digits++;
            } else {
                return false;
            }
        }
        return parts == 4 && digits > 0;
    }

    private static boolean isIpV6(byte[] bytes, int from, int to) {
        int colons = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == ':') {
                colons++;
            } else if (bytes[i] != '.' && (bytes[i] < 0 || Character.digit(bytes[i], 16) < 0)) {
                return false;
            }
        }
        return colons >= 2;
    }
}
