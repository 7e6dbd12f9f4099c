package dev.pagetrack.render.site;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * By what a change to a file is noticed without reading it. Where the platform has them, it looks at what no program can
 * set: a file that is written and given its old time back differs all the same.
 *
 * @param size its bytes; -1 for what is no regular file
 * @param modified when it was written, in nanoseconds since 1970
 * @param changed when anything of it was changed, likewise; 0 where the platform does not tell
 * @param inode which file it is; 0 where the platform does not tell
 */
public record FileVersion(long size, long modified, long changed, long inode) {

    private static final boolean UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    /** So long after a change another may leave the same times: Linux counts its clock in steps of up to 10 ms. */
    private static final long STEP = 12_000_000;

    /** FAT and old file systems of others count seconds, or two of them. */
    private static final long COARSE_STEP = 2_000_000_000;

    /** A file as it is now; links are not followed. */
    public static FileVersion of(Path file) throws IOException {
        if (!UNIX) {
            var found = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            long size = found.isRegularFile() ? found.size() : -1;
            return new FileVersion(size, nanos(found.lastModifiedTime()), 0, 0);
        }
        var found = Files.readAttributes(file, "unix:isRegularFile,size,lastModifiedTime,ctime,ino", NOFOLLOW_LINKS);
        long size = found.get("isRegularFile").equals(true) ? (Long) found.get("size") : -1;
        var modified = nanos((FileTime) found.get("lastModifiedTime"));
        return new FileVersion(size, modified, nanos((FileTime) found.get("ctime")), (Long) found.get("ino"));
    }

    /** Whether a file with these attributes is likely the same: enough for the moment between two looks of one run. */
    public boolean isThatOf(BasicFileAttributes found) {
        return found.isRegularFile() && found.size() == size && nanos(found.lastModifiedTime()) == modified;
    }

    /** How many bytes of the file to read: asking for no more spares the call that finds its end. */
    public int length() {
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    boolean isRegularFile() {
        return size >= 0;
    }

    /**
     * Whether a later change is sure to be noticed: at that instant the clock of the files had gone on since the last one.
     *
     * @param instant when the file was read, by the clock of the files
     */
    public boolean isSettledAt(long instant) {
        return settledAt() <= instant;
    }

    /** When that will be. */
    public long settledAt() {
        long last = Math.max(modified, changed);
        return last + (last % 1_000_000_000 == 0 ? COARSE_STEP : STEP);
    }

    /** As generated, but ready: what a record generates is put together at run time, which a short run pays for dearly. */
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

    private static long nanos(FileTime time) {
        return time.to(NANOSECONDS);
    }
}
