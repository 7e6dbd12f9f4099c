package dev.pagetrack.suspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The networks (autonomous systems) of hosting companies, where servers are and hardly any reader: those of our table,
 * {@code hosting-networks.txt}, and those that the owner added. Immutable.
 */
public final class HostingNetworks {

    /** The networks of our table. */
    public static final HostingNetworks BUNDLED = new HostingNetworks(new TreeSet<>());

    private static final String FILE = "hosting-networks.txt";
    private static final Pattern NUMBER = Pattern.compile("(?:AS|as)?([1-9][0-9]{0,9})");
    private static final long MAX_NUMBER = 0xFFFF_FFFFL;
    private static final int MAX_DIGITS = 10;

    private final SortedSet<Long> added;
    private final long[] addedNumbers;

    /** Read on first use, because most logs do not tell the network. */
    private static final class Table {
        static final long[] NUMBERS = array(bundled());
    }

    private HostingNetworks(SortedSet<Long> added) {
        this.added = added;
        this.addedNumbers = array(added);
    }

    /**
     * Our table, and the networks of the setting {@code hostingNetworks}.
     *
     * @param entries each is the number of a network ({@code 64500} or {@code AS64500}), or a file with one number at
     *     the beginning of each line; the rest of a line, blank lines and lines that begin with {@code #} are ignored
     * @param folder where relative names of files begin
     * @throws WrongSettingException if an entry is neither, or a line has no number; the message names it
     */
    public static HostingNetworks of(Collection<String> entries, Path folder) {
        var numbers = new TreeSet<Long>();
        for (var entry : entries) {
            if (isNumber(entry)) {
                numbers.add(number(entry));
            } else {
                numbers.addAll(readFile(entry, folder));
            }
        }
        return new HostingNetworks(numbers);
    }

    /**
     * Our table, and other networks.
     *
     * @param numbers each is the number of a network
     * @throws WrongSettingException if one is not
     */
    public static HostingNetworks ofNumbers(Collection<String> numbers) {
        numbers.stream().filter(text -> !isNumber(text)).findFirst().ifPresent(text -> {
            throw new WrongSettingException("<hostingNetworks> (pagetrack.hostingNetworks) holds '" + text
                    + "', which is not the number of a network: write 64500 or AS64500.");
        });
        return of(numbers, Path.of(""));
    }

    /** The numbers that the owner added, in ascending order. */
    public SortedSet<Long> added() {
        return new TreeSet<>(added);
    }

    /** Whether the decimal number {@code bytes[from, to)} is that of a hosting network; false for any other text. */
    public boolean contains(byte[] bytes, int from, int to) {
        if (to - from > MAX_DIGITS) {
            return false;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        return Arrays.binarySearch(Table.NUMBERS, number) >= 0 || Arrays.binarySearch(addedNumbers, number) >= 0;
    }

    /** The numbers in our table, in their order there. */
    static List<Long> bundled() {
        try (var in = requireNonNull(HostingNetworks.class.getResourceAsStream(FILE), FILE)) {
            return numbers(new String(in.readAllBytes(), UTF_8), FILE + " in the jar of pagetrack");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE + " from the jar of pagetrack", e);
        }
    }

    private static List<Long> readFile(String name, Path folder) {
        var file = folder.resolve(name);
        try {
            return numbers(Files.readString(file), name);
        } catch (IOException e) {
            throw new WrongSettingException(
                    "<hostingNetworks> (pagetrack.hostingNetworks) holds '" + name
                            + "', which is neither the number of a network, such as 64500 or AS64500, nor a file of"
                            + " UTF-8 text that can be read: " + file,
                    e);
        }
    }

    private static List<Long> numbers(String text, String file) {
        var numbers = new ArrayList<Long>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                var first = line.split("[\\s,;#]", 2)[0];
                if (!isNumber(first)) {
                    throw new WrongSettingException("<hostingNetworks> (pagetrack.hostingNetworks): line " + (i + 1)
                            + " of " + file + " begins with '" + first
                            + "', which is not the number of a network: write 64500 or AS64500.");
                }
                numbers.add(number(first));
            }
        }
        return numbers;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && number(text) <= MAX_NUMBER;
    }

    private static long number(String text) {
        var matcher = NUMBER.matcher(text);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static long[] array(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostingNetworks networks && added.equals(networks.added);
    }

    @Override
    public int hashCode() {
        return added.hashCode();
    }

    @Override
    public String toString() {
        return "our table and " + added;
    }
}
