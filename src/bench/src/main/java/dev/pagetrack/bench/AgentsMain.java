package dev.pagetrack.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.view.BotList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures on sets of user agents how many count as readers, bots and programs: {@code AgentsMain <folder>
 * [reader|bot|program]}. The folder contains the sets that {@code agents.sh} makes, with the weight and the text of an
 * agent in each line. With a second argument, it lists the agents of that kind instead. It fails if a set misses its
 * bound.
 */
public final class AgentsMain {

    /** At most {@code named} percent of the weight may be bots, and at most {@code rejected} bots or programs. */
    private record People(String set, double named, double rejected) {}

    /** At least {@code found} percent must be bots or programs. */
    private record Programs(String set, double found) {}

    private static final List<People> PEOPLE =
            List.of(new People("device-detector browser", 0.05, 0.4), new People("user-agents", 0, 0));
    private static final List<Programs> PROGRAMS = List.of(
            new Programs("device-detector bot", 96),
            new Programs("device-detector library", 95),
            new Programs("isbot crawlers", 90));

    private record Agent(double weight, String text, String kind) {

        static Agent of(String line) {
            int tab = line.indexOf('\t');
            var text = line.substring(tab + 1);
            var bytes = text.getBytes(UTF_8);
            var rejection = BotList.bundled().rejection(bytes, 0, bytes.length);
            return new Agent(
                    Double.parseDouble(line.substring(0, tab)), text, rejection == null ? "reader" : rejection.label());
        }
    }

    private AgentsMain() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 1) {
            System.err.println("AgentsMain <folder> [reader|bot|program]");
            System.exit(2);
        }
        boolean met = true;
        for (var file : sets(Path.of(args[0]))) {
            var name = file.getFileName().toString().replace(".tsv", "");
            var agents = Files.readAllLines(file).stream().map(Agent::of).toList();
            if (args.length > 1) {
                list(name, agents, args[1]);
            } else {
                met &= measure(name, agents);
            }
        }
        System.exit(met ? 0 : 1);
    }

    private static List<Path> sets(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    private static void list(String set, List<Agent> agents, String kind) {
        agents.stream()
                .filter(agent -> agent.kind().equals(kind))
                .forEach(agent -> System.out.println(set + "\t" + agent.text()));
    }

    private static boolean measure(String set, List<Agent> agents) {
        double bot = percent(agents, "bot");
        double program = percent(agents, "program");
        boolean met = meets(set, bot, bot + program);
        System.out.printf(
                Locale.ROOT,
                "%-28s %6d agents: bot %7.3f %%, program %7.3f %%, reader %7.3f %%%s%n",
                set,
                agents.size(),
                bot,
                program,
                percent(agents, "reader"),
                met ? "" : "  OUT OF BOUNDS");
        return met;
    }

    private static boolean meets(String set, double named, double rejected) {
        return PEOPLE.stream()
                        .filter(bound -> bound.set().equals(set))
                        .allMatch(bound -> named <= bound.named() && rejected <= bound.rejected())
                && PROGRAMS.stream()
                        .filter(bound -> bound.set().equals(set))
                        .allMatch(bound -> rejected >= bound.found());
    }

    private static double percent(List<Agent> agents, String kind) {
        double all = agents.stream().mapToDouble(Agent::weight).sum();
        return agents.stream()
                        .filter(agent -> agent.kind().equals(kind))
                        .mapToDouble(Agent::weight)
                        .sum()
                * 100
                / all;
    }
}
