package dev.pagetrack.local;

import java.util.Locale;
import java.util.Optional;

/**
 * The native SQLite library in DynamoDB Local's jar, which DynamoDB Local unpacks to {@code java.io.tmpdir} and loads.
 * This class checks first whether there is one for the platform, because otherwise DynamoDB Local prints stack traces.
 */
final class NativeLibrary {
    private static final String ROOT = "software/amazon/dynamodb/services/local/shared/access/sqlite/native/";

    private NativeLibrary() {}

    /** Throws an exception if the jar contains no library for the platform. */
    static void check(String osName, String osArch) {
        boolean there = resource(osName, osArch)
                .map(name -> NativeLibrary.class.getClassLoader().getResource(name))
                .isPresent();
        if (!there) {
            throw new LocalDynamoDbException("DynamoDB Local has no SQLite library for os.name=" + osName + ", os.arch="
                    + osArch + ", only for Linux and macOS (x86-64, arm64) and Windows (x86-64)."
                    + " Use a DynamoDB endpoint instead of embedded mode (pagetrack.endpoint).");
        }
    }

    static LocalDynamoDbException notLoaded(Throwable cause) {
        return new LocalDynamoDbException(
                "DynamoDB Local could not be loaded on os.name=" + System.getProperty("os.name") + ", os.arch="
                        + System.getProperty("os.arch") + " (" + rootOf(cause)
                        + "). Its SQLite library needs a temporary"
                        + " folder that allows execution (java.io.tmpdir) and, on Linux, glibc."
                        + " Or use a DynamoDB endpoint instead of embedded mode (pagetrack.endpoint).",
                cause);
    }

    /** The path in the jar of the library for a platform; empty if DynamoDB Local has no name for the platform. */
    static Optional<String> resource(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("linux")) {
            return in("Linux", osArch, "libsqlite4java.so");
        }
        if (os.startsWith("mac")) {
            return in("Mac", osArch, "libsqlite4java.dylib");
        }
        return os.startsWith("windows") ? in("Windows", osArch, "sqlite4java.dll") : Optional.empty();
    }

    private static Optional<String> in(String os, String osArch, String file) {
        return arch(osArch.toLowerCase(Locale.ROOT)).map(arch -> ROOT + os + "/" + arch + "/" + file);
    }

    private static Optional<String> arch(String osArch) {
        return switch (osArch) {
            case "amd64", "x86_64", "x64" -> Optional.of("x86_64");
            case "aarch64", "arm64" -> Optional.of("aarch64");
            case "x86", "i386", "i486", "i586", "i686" -> Optional.of("x86");
            default -> Optional.empty();
        };
    }

    private static Throwable rootOf(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
