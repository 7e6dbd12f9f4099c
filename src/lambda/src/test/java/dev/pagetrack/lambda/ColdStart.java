package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the time from the start of a function's process to its first answer, including its first calls to AWS, and
 * in turn the same for a bare handler that makes the same calls. It also measures the time from the restore of a
 * snapshot. {@code cold-start.sh} runs it.
 */
final class ColdStart {

    private static final String LOG = """
            #Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id
            2026-05-03\t12:17:39\tGET\t/a/\t200\tMozilla/5.0%20Firefox/122.0\tid
            """;

    private static final String BEFORE = LOG.replace("/a/", "/before/");
    private static final String STATS = Events.request("GET", "/pagetotals", "", Map.of());
    private static final String INGEST = Events.notification("log");

    /** Since JDK 25, an archive of classes also contains how they are linked, and method profiles. */
    private static final boolean AOT = Runtime.version().feature() >= 25;

    private record Case(
            String name, Class<?> handler, String event, Map<String, String> variables, List<String> options) {

        Case(String name, Class<?> handler, String event, Map<String, String> variables) {
            this(name, handler, event, variables, List.of());
        }
    }

    private final Path archives = Files.createTempDirectory("archives");
    private final Map<String, List<Long>> wall = new LinkedHashMap<>();
    private final Map<String, List<Long>> cpu = new LinkedHashMap<>();

    public static void main(String[] arguments) throws Exception {
        var coldStart = new ColdStart();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            coldStart.round();
        }
        coldStart.print();
        System.exit(0);
    }

    private ColdStart() throws Exception {
        archive(new Case("stats", StatsHandler.class, STATS, Map.of()));
        archive(new Case("ingest", IngestHandler.class, INGEST, Map.of()));
    }

    private void round() throws Exception {
        var snap = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        for (var one : List.of(
                new Case("bare stats", BareHandler.class, STATS, Map.of("BARE", "stats")),
                new Case("stats", StatsHandler.class, STATS, Map.of()),
                new Case("bare ingest", BareHandler.class, INGEST, Map.of("BARE", "ingest")),
                new Case("ingest", IngestHandler.class, INGEST, Map.of()),
                new Case("stats, archive", StatsHandler.class, STATS, Map.of(), archiveOption("stats")),
                new Case("ingest, archive", IngestHandler.class, INGEST, Map.of(), archiveOption("ingest")),
                new Case("stats, restored", StatsHandler.class, STATS, snap),
                new Case("ingest, restored", IngestHandler.class, INGEST, snap))) {
            measure(one);
        }
    }

    /** Lets a function write an archive of its loaded classes when it ends. */
    private void archive(Case one) throws Exception {
        var option = (AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archives.resolve(one.name);
        var folder = Files.createTempDirectory("cold-start");
        try (var aws = new AwsServices()) {
            aws.put("before", BEFORE.getBytes(UTF_8));
            aws.ingest("before");
            aws.put("log", LOG.getBytes(UTF_8));
            try (var function = FunctionProcess.start(folder, one.handler, aws.environment(), List.of(option))) {
                function.invoke(one.event);
                function.end();
            }
        }
        System.out.printf("%s: archive of %,d bytes%n", one.name, Files.size(archives.resolve(one.name)));
    }

    private List<String> archiveOption(String name) {
        return List.of((AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archives.resolve(name));
    }

    private void measure(Case one) throws Exception {
        var folder = Files.createTempDirectory("cold-start");
        try (var aws = new AwsServices()) {
            aws.put("before", BEFORE.getBytes(UTF_8));
            aws.ingest("before");
            aws.put("log", LOG.getBytes(UTF_8));
            var environment = new HashMap<>(aws.environment());
            environment.putAll(one.variables);
            addBareHandler(folder);
            long begin = System.nanoTime();
            try (var function = FunctionProcess.start(folder, one.handler, environment, one.options)) {
                boolean restored = one.variables.containsKey("AWS_LAMBDA_INITIALIZATION_TYPE");
                var cpuBefore = restored ? function.cpuTime() : Duration.ZERO;
                long from = restored ? System.nanoTime() : begin;
                function.invoke(one.event);
                long millis = (System.nanoTime() - from) / 1_000_000;
                wall.computeIfAbsent(one.name, any -> new ArrayList<>()).add(millis);
                cpu.computeIfAbsent(one.name, any -> new ArrayList<>())
                        .add(function.cpuTime().minus(cpuBefore).toMillis());
            }
        }
    }

    private static void addBareHandler(Path folder) throws IOException {
        var name = BareHandler.class.getName().replace('.', '/') + ".class";
        var file = folder.resolve("task").resolve(name);
        Files.createDirectories(file.getParent());
        try (var in = BareHandler.class.getResourceAsStream("/" + name)) {
            Files.copy(in, file);
        }
    }

    private void print() {
        System.out.printf("%-20s %28s %28s%n", "", "wall ms: min median max", "CPU ms: min median max");
        wall.forEach((name, times) ->
                System.out.printf("%-20s %28s %28s%n", name, spread(times), spread(requireNonNull(cpu.get(name)))));
    }

    private static String spread(List<Long> times) {
        var sorted = times.stream().sorted().toList();
        return sorted.get(0) + " " + sorted.get(sorted.size() / 2) + " " + sorted.get(sorted.size() - 1);
    }
}
