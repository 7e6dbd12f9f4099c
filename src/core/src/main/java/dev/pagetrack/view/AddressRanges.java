package dev.pagetrack.view;

import dev.pagetrack.WrongSettingException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A set of IP addresses and of address ranges in CIDR notation, IPv4 and IPv6. */
public final class AddressRanges {

    /** The empty set. */
    public static final AddressRanges NONE = new AddressRanges(List.of());

    /** An IPv4 address with a port, as some servers write the client. An IPv6 address is read without its port. */
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";

    /** Complete addresses only: Java reads 203.0.113 as 203.0.0.113, and looks up 1.2.3.256 in the DNS. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET + "|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    private final List<String> texts;
    private final List<Range> ranges;

    private AddressRanges(List<String> texts) {
        this.texts = List.copyOf(texts);
        this.ranges = texts.stream().map(Range::parse).toList();
    }

    /**
     * Parses the addresses and ranges of the setting {@code ignoreAddresses}.
     *
     * @param ranges each is an address ({@code 203.0.113.7}) or a range ({@code 2001:db8::/32})
     * @throws WrongSettingException if one is neither; the message names it
     */
    public static AddressRanges of(List<String> ranges) {
        return new AddressRanges(ranges);
    }

    /** The addresses and ranges as the user wrote them. */
    List<String> texts() {
        return texts;
    }

    /** Whether the set is empty. */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether an address, with or without a port, is in the set; false for a text that is not an address. */
    public boolean contains(String client) {
        var address = withoutPort(client);
        if (!ADDRESS.matcher(address).matches()) {
            return false;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return ranges.stream().anyMatch(range -> range.contains(bytes));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String withoutPort(String client) {
        var parts = WITH_PORT.matcher(client);
        return parts.matches() ? parts.group(1) : client;
    }

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Range(byte[] address, int bits) {

        static Range parse(String text) {
            int slash = text.indexOf('/');
            var address = slash < 0 ? text : text.substring(0, slash);
            try {
                if (!ADDRESS.matcher(address).matches()) {
                    throw new UnknownHostException(address);
                }
                byte[] bytes = InetAddress.getByName(address).getAddress();
                int bits = slash < 0 ? bytes.length * 8 : Integer.parseInt(text.substring(slash + 1));
                if (bits < 0 || bits > bytes.length * 8) {
                    throw new NumberFormatException(text);
                }
                return new Range(bytes, bits);
            } catch (UnknownHostException | NumberFormatException e) {
                throw new WrongSettingException(
                        "<ignoreAddresses> (pagetrack.ignoreAddresses) holds '" + text
                                + "', which is not an address: write 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32.",
                        e);
            }
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = 0xFF00 >> bits % 8 & 0xFF;
            return Arrays.equals(address, 0, whole, other, 0, whole)
                    && (mask == 0 || (address[whole] & mask) == (other[whole] & mask));
        }
    }
}
