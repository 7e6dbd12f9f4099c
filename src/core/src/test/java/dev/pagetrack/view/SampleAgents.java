package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** User agents for tests. */
final class SampleAgents {

    private static final Pattern VERSION = Pattern.compile("(?<=[/.])[0-9]+");

    private SampleAgents() {}

    /**
     * A pattern of the list that bots.txt is made from.
     *
     * @param pattern the regular expression as its authors wrote it
     * @param agents their examples
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Examples(String pattern, List<byte[]> agents) {}

    static List<Examples> bots() {
        var all = new ArrayList<Examples>();
        for (var line : BundledLines.of("bots-examples.txt")) {
            var text = line.text().substring(2);
            if (line.text().startsWith("p ")) {
                all.add(new Examples(text, new ArrayList<>()));
            } else {
                all.get(all.size() - 1).agents().add(text.getBytes(UTF_8));
            }
        }
        return all;
    }

    /**
     * An agent of the sample with labels.
     *
     * @param expected "reader", or the label of the rejection
     * @param kind what the client is
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Labelled(String expected, String kind, byte[] agent) {

        boolean isPerson() {
            return expected.equals("reader");
        }
    }

    static List<Labelled> labelled() {
        return BundledLines.of("labelled-agents.txt").stream()
                .map(line -> line.text().split("\t", 3))
                .map(fields -> new Labelled(fields[0], fields[1], fields[2].getBytes(UTF_8)))
                .toList();
    }

    static List<byte[]> people() {
        var all = new ArrayList<byte[]>();
        BundledLines.of("people.txt").forEach(line -> all.add(line.text().getBytes(UTF_8)));
        labelled().stream().filter(Labelled::isPerson).forEach(labelled -> all.add(labelled.agent()));
        return all;
    }

    static List<byte[]> all() {
        var all = new ArrayList<>(people());
        bots().forEach(examples -> all.addAll(examples.agents()));
        labelled().stream().filter(labelled -> !labelled.isPerson()).forEach(labelled -> all.add(labelled.agent()));
        return all;
    }

    /** Mutates an agent: removes a part, inserts a part of another agent, or changes bytes or the case of letters. */
    static byte[] mutate(byte[] agent, byte[] other, Random random) {
        var text = new StringBuilder(text(agent));
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, part(text(other), random));
                case 2 -> text.insert(at, (char) random.nextInt(256));
                default -> text.replace(at, end, otherCase(text.substring(at, end)));
            }
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    /** The agent with other numbers behind slashes and dots. */
    static String withOtherVersions(byte[] agent, Random random) {
        return VERSION.matcher(text(agent)).replaceAll(version -> String.valueOf(random.nextInt(1000)));
    }

    /** The agent as text; each byte is one character. */
    static String text(byte[] agent) {
        return new String(agent, ISO_8859_1);
    }

    private static String part(String text, Random random) {
        int from = random.nextInt(text.length());
        return text.substring(from, Math.min(text.length(), from + random.nextInt(20)));
    }

    private static String otherCase(String text) {
        return text.chars()
                .map(c -> Ascii.lowerCase(c) == c ? Ascii.upperCase(c) : Ascii.lowerCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
