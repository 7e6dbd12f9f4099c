package dev.pagetrack.bench.parts;

import dev.pagetrack.bench.logs.WrittenFormat;
import dev.pagetrack.ingest.DryRun;
import dev.pagetrack.log.LineFormat;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.LogVisitor;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.view.ViewFinder;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The steps of reading a log: each benchmark does the same as the previous one, and the next step. Times are for one
 * line.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(MemoryLog.LINES)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LogBenchmark {

    @Param
    WrittenFormat format;

    private MemoryLog plain;
    private MemoryLog gzipped;

    @Setup
    public void makeLog() {
        plain = MemoryLog.of(format);
        gzipped = plain.gzipped();
    }

    /** Inflates the log, and checks length and checksum. */
    @Benchmark
    public void gunzip() throws IOException {
        try (var in = LogReader.open(gzipped)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Splits uncompressed bytes into lines and the needed fields. */
    @Benchmark
    public void fields(Blackhole found) throws IOException {
        LogReader.read(plain, new Fields(found));
    }

    /** Decides for each uncompressed line whether it is a view, with all data that is stored of a view. */
    @Benchmark
    public void views(Blackhole found) throws IOException {
        LogReader.read(plain, new Views(found));
    }

    /** All steps, including the counts of each page. */
    @Benchmark
    public Object dryRun() {
        return new DryRun(ViewPolicy.DEFAULT, 1).run(List.of(gzipped));
    }

    private static class Fields implements LogVisitor {

        final Blackhole found;

        Fields(Blackhole found) {
            this.found = found;
        }

        @Override
        public void passedOver(String what) {
            throw new IllegalStateException(what);
        }

        @Override
        public void format(LineFormat format) {}

        @Override
        public void request(LogLine line, long number) {
            found.consume(line.epochSecond());
        }

        @Override
        public void rejected(Rejection reason, long number) {
            found.consume(number);
        }
    }

    private static final class Views extends Fields {

        private final ViewFinder finder = new ViewFinder(ViewPolicy.DEFAULT);

        Views(Blackhole found) {
            super(found);
        }

        @Override
        public void format(LineFormat format) {
            finder.begin(format);
        }

        @Override
        public void request(LogLine line, long number) {
            found.consume(finder.decide(line));
        }
    }
}
