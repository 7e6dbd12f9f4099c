package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The layout of a web server's log: what its columns before the time and after the size hold. Servers let their owners
 * choose the columns and do not name them, so the layout is deduced from lines.
 *
 * @param lead the columns before the time
 * @param tail the columns after the size
 */
record WebServerLayout(List<WebServerRole> lead, List<TailColumns.Column> tail) {

    static final WebServerLayout COMMON = new WebServerLayout(LeadColumns.USUAL, TailColumns.COMMON);
    static final WebServerLayout COMBINED = new WebServerLayout(LeadColumns.USUAL, TailColumns.COMBINED);

    /** How many lines tell the layout. */
    private static final int MAX_LINES = 1000;

    private record Token(String text, boolean quoted) {}

    /** One line: its columns, and whether it has a valid request. */
    private record Sample(List<Token> lead, List<Token> tail, boolean valid) {}

    WebServerLayout {
        lead = List.copyOf(lead);
        tail = List.copyOf(tail);
    }

    /**
     * Deduces the layout of a log.
     *
     * @return empty if it is not the log of a web server
     * @throws UnknownColumnException if it has a column of which nothing tells what it holds
     */
    static Optional<WebServerLayout> of(LogHead head) {
        var samples = new ArrayList<Sample>();
        for (var line : head.lines()) {
            if (samples.size() < MAX_LINES) {
                sample(line.getBytes(ISO_8859_1)).ifPresent(samples::add);
            }
        }
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        var valid = samples.stream().filter(Sample::valid).toList();
        var used = valid.isEmpty() ? samples : valid;
        return Optional.of(new WebServerLayout(
                LeadColumns.deduce(columns(fewest(used), Sample::lead)),
                TailColumns.deduce(columns(used, Sample::tail))));
    }

    /**
     * The lines with the fewest columns before the time, but at least the usual ones. A client chooses the name of its
     * user, and can so add columns to its own lines.
     */
    private static List<Sample> fewest(List<Sample> samples) {
        int fewest = samples.stream()
                .mapToInt(sample -> sample.lead.size())
                .filter(size -> size >= LeadColumns.USUAL.size())
                .min()
                .orElse(0);
        var those =
                samples.stream().filter(sample -> sample.lead.size() == fewest).toList();
        return those.isEmpty() ? samples : those;
    }

    /** The columns of the lines that agree on which are quoted; if they disagree, those of the most lines. */
    private static List<WebServerColumn> columns(List<Sample> samples, Function<Sample, List<Token>> tokens) {
        var alike = samples.stream()
                .map(tokens)
                .collect(groupingBy(line -> line.stream().map(Token::quoted).toList(), LinkedHashMap::new, toList()));
        var most = alike.values().stream()
                .reduce((a, b) -> b.size() > a.size() ? b : a)
                .orElseThrow();
        var columns = new ArrayList<WebServerColumn>();
        for (int i = 0; i < most.get(0).size(); i++) {
            int column = i;
            columns.add(new WebServerColumn(
                    most.get(0).get(i).quoted,
                    most.stream().map(line -> line.get(column).text).toList()));
        }
        return columns;
    }

    private static Optional<Sample> sample(byte[] bytes) {
        var line = new LogLine(bytes);
        line.moveTo(0, bytes.length);
        var parts = new WebServerLine();
        if (!parts.read(line)) {
            return Optional.empty();
        }
        var lead = new WebServerTokens();
        lead.begin(bytes, 0, parts.leadEnd());
        var tail = new ArrayList<Token>();
        while (parts.tail().next()) {
            tail.add(token(bytes, parts.tail()));
        }
        return Optional.of(new Sample(tokens(bytes, lead), tail, parts.isValid()));
    }

    private static List<Token> tokens(byte[] bytes, WebServerTokens tokens) {
        var list = new ArrayList<Token>();
        while (tokens.next()) {
            list.add(token(bytes, tokens));
        }
        return list;
    }

    private static Token token(byte[] bytes, WebServerTokens tokens) {
        return new Token(new String(bytes, tokens.from(), tokens.to() - tokens.from(), ISO_8859_1), tokens.isQuoted());
    }
}
