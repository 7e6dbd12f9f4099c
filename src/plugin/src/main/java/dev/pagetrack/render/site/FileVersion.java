package dev.pagetrack.render.site;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * The attributes of a file that show a change without reading it. Where the platform has them, they include attributes
 * that no program can set: a file that is written and then gets its old modification time back still differs.
 *
 * @param size its size in bytes; -1 if it is not a regular file
 * @param modified when its content was changed, in nanoseconds since 1970
 * @param changed when its content or attributes were changed, likewise; 0 if the platform does not have this
 * @param inode the number of the file; 0 if the platform does not have this
 */
public record FileVersion(long size, long modified, long changed, long inode) {

    private static final boolean UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    /** Nanoseconds in which two changes may get the same times: Linux advances file times in steps of up to 10 ms. */
    private static final long CLOCK_STEP = 12_000_000;

    /** The same for FAT and other old file systems, which count in steps of one or two seconds. */
    private static final long COARSE_CLOCK_STEP = 2_000_000_000;

    /** The version of a file now; links are not followed. */
    public static FileVersion of(Path file) throws IOException {
        if (!UNIX) {
            var found = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            long size = found.isRegularFile() ? found.size() : -1;
            return new FileVersion(size, nanos(found.lastModifiedTime()), 0, 0);
        }
        var found = Files.readAttributes(file, "unix:isRegularFile,size,lastModifiedTime,ctime,ino", NOFOLLOW_LINKS);
        long size = requireNonNull(found.get("isRegularFile")).equals(true) ? number(found, "size") : -1;
        var modified = time(found, "lastModifiedTime");
        return new FileVersion(size, modified, time(found, "ctime"), number(found, "ino"));
    }

    /** Whether a file with these attributes most likely has this version. It is certain enough within one run. */
    public boolean matches(BasicFileAttributes found) {
        return found.isRegularFile() && found.size() == size && nanos(found.lastModifiedTime()) == modified;
    }

    /**
     * How many bytes of the file to read. Reading no more saves the system call that would find the end of the file.
     */
    public int length() {
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    boolean isRegularFile() {
        return size >= 0;
    }

    /**
     * Whether any change after an instant is sure to be noticed: the file system's clock had advanced since the last
     * change.
     *
     * @param instant when the file was read, by the file system's clock
     */
    public boolean isSettledAt(long instant) {
        return settledAt() <= instant;
    }

    /** The first instant for which {@link #isSettledAt} holds. */
    public long settledAt() {
        long last = Math.max(modified, changed);
        return last + (last % 1_000_000_000 == 0 ? COARSE_CLOCK_STEP : CLOCK_STEP);
    }

    /**
     * The same as a record's own {@code equals}, but that one is linked at run time, which costs a short run much time.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof FileVersion that
                && size == that.size
                && modified == that.modified
                && changed == that.changed
                && inode == that.inode;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(modified) ^ Long.hashCode(inode);
    }

    private static long number(Map<String, Object> found, String name) {
        return (Long) requireNonNull(found.get(name), name);
    }

    private static long time(Map<String, Object> found, String name) {
        return nanos((FileTime) requireNonNull(found.get(name), name));
    }

    private static long nanos(FileTime time) {
        return time.to(NANOSECONDS);
    }
}
