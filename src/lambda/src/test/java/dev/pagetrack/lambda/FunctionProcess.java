package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.testing.Programs;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The packaged function in another process, run as in Lambda: by the runtime interface client on the class path, with
 * the function's jar where Lambda puts the code.
 */
final class FunctionProcess implements AutoCloseable {

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final Duration TIME = Duration.ofMinutes(5);

    private final RuntimeApi api = new RuntimeApi();
    private final Process process;
    private final Path output;

    private FunctionProcess(Path folder, String handler, Map<String, String> environment, List<String> options)
            throws IOException {
        var root = Files.createDirectories(folder.resolve("task/lib")).getParent();
        var jar = requireNonNull(root).resolve("lib/function.jar");
        if (Files.notExists(jar)) {
            Files.copy(Path.of(System.getProperty("functionJar")), jar);
        }
        output = Files.createTempFile(folder, "function", ".log");
        var builder = new ProcessBuilder(command(handler, options))
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()));
        var variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("PAGETRACK_"));
        variables.putAll(Map.of(
                "AWS_LAMBDA_RUNTIME_API", api.address(),
                "AWS_LAMBDA_FUNCTION_NAME", "tested",
                "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "LAMBDA_TASK_ROOT", root.toString(),
                "_HANDLER", handler));
        variables.putAll(environment);
        process = Programs.start(builder);
        var unused = process.onExit().thenRun(this::giveUp);
    }

    static FunctionProcess start(Path folder, Class<?> handler, Map<String, String> environment) throws Exception {
        return start(folder, handler, environment, List.of());
    }

    /**
     * Starts a process and waits until it is ready, because all processes unpack the client's native library to the
     * same file.
     *
     * @param options options for the JVM
     */
    static FunctionProcess start(Path folder, Class<?> handler, Map<String, String> environment, List<String> options)
            throws Exception {
        var function = new FunctionProcess(folder, handler.getName(), environment, options);
        try {
            function.api.ready().get(TIME.toSeconds(), TimeUnit.SECONDS);
            return function;
        } catch (ExecutionException | TimeoutException e) {
            function.close();
            throw e;
        }
    }

    private static List<String> command(String handler, List<String> options) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", runtime(), CLIENT, handler));
        return command;
    }

    /** The class path that Lambda itself provides. */
    private static String runtime() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(entry -> entry.contains("aws-lambda-java-") || entry.contains("utils-lite"))
                        .toList());
    }

    /** Invokes the function and waits for its answer. */
    String invoke(String event) throws Exception {
        return begin(event).get(TIME.toSeconds(), TimeUnit.SECONDS);
    }

    /** Invokes the function. */
    CompletableFuture<String> begin(String event) {
        return api.invoke(event, TIME);
    }

    /** The processor time that the process has used. */
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    RuntimeApi api() {
        return api;
    }

    /** The output of the process so far. */
    String output() throws IOException {
        return Files.readString(output);
    }

    /** Terminates the process and waits for its end. */
    void end() {
        process.destroy();
        process.onExit().join();
    }

    /** Kills the process, which cannot clean up. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private void giveUp() {
        try {
            api.failAll("the function's process has ended: " + output());
        } catch (IOException e) {
            api.failAll("the function's process has ended, and left no output: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        kill();
        api.close();
    }
}
