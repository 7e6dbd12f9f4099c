package dev.pagetrack.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock on a folder, so that only one build at a time uses it. The lock of a process that dies is released. */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "pagetrack.lock";

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock acquire(Path folder) {
        Path real = create(folder);
        // Checked before the file is opened: on POSIX systems file locks belong to the process, and closing a second
        // channel to the file would release the lock of the first.
        if (System.getProperties().putIfAbsent(key(real), "open") != null) {
            throw inUse(real);
        }
        try {
            return new FolderLock(real, lock(real));
        } catch (RuntimeException e) {
            System.clearProperty(key(real));
            throw e;
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try (channel) {
            System.clearProperty(key(folder));
        } catch (IOException e) {
            throw new LocalDynamoDbException("The lock of the folder " + folder + " could not be released.", e);
        }
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            return lock(
                    folder,
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    @SuppressWarnings("resource") // the lock lives as long as its channel, which is returned
    private static FileChannel lock(Path folder, FileChannel channel) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw inUse(folder);
        }
        return channel;
    }

    /** The key of a system property: system properties are the only map that all class loaders of a JVM share. */
    private static String key(Path folder) {
        return "dev.pagetrack.local.open:" + folder;
    }

    private static LocalDynamoDbException inUse(Path folder) {
        return new LocalDynamoDbException("The folder " + folder + " is in use by another build."
                + " Wait until that build ends, or use another folder for this one (pagetrack.embeddedDirectory).");
    }

    private static LocalDynamoDbException unusable(Path folder, IOException cause) {
        return new LocalDynamoDbException(
                "The folder " + folder + " can't be used for DynamoDB Local (" + cause
                        + "). Choose one that can be written and locked (pagetrack.embeddedDirectory).",
                cause);
    }
}
