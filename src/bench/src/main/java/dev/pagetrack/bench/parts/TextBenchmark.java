package dev.pagetrack.bench.parts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pagetrack.page.PagePath;
import dev.pagetrack.page.Slashes;
import dev.pagetrack.view.BotList;
import dev.pagetrack.view.BrowserFamily;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The analysis of a user agent or a path of a log that is not in a cache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TextBenchmark {

    private final byte[] agent = ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0")
            .getBytes(US_ASCII);
    private final byte[] path =
            "/blog/articles/2025-04-24-the-caf%C3%A9-problem-and-100%25-of-it/index.html".getBytes(US_ASCII);

    @Benchmark
    public @Nullable Object botList() {
        return BotList.bundled().rejection(agent, 0, agent.length);
    }

    @Benchmark
    public BrowserFamily browserFamily() {
        return BrowserFamily.of(agent, 0, agent.length);
    }

    @Benchmark
    public Object pagePath() {
        return PagePath.of(path, 0, path.length, 1, Slashes.DISTINCT);
    }
}
