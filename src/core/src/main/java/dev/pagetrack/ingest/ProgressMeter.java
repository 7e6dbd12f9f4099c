package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes and objects that are read, and reports them to a listener. It also ends reading on {@link #stop}.
 */
final class ProgressMeter {

    /** How many bytes of an object are read between two calls of the listener. */
    private static final int REPORT_INTERVAL_BYTES = 1 << 20;

    private final IngestProgress.Listener listener;
    private final boolean asksForIds;
    private final long objects;
    private final long bytes;
    private final AtomicLong doneObjects = new AtomicLong();
    private final AtomicLong doneBytes = new AtomicLong();
    private final AtomicLong readBytes = new AtomicLong();
    private volatile boolean stopped;

    /**
     * @param asksForIds whether the ids of the objects are needed; some objects are read once more to compute theirs
     */
    ProgressMeter(List<? extends LogObject> objects, IngestProgress.Listener listener, boolean asksForIds) {
        this.listener = listener;
        this.asksForIds = asksForIds;
        this.objects = objects.size();
        this.bytes =
                objects.stream().mapToLong(object -> toRead(object).orElse(0)).sum();
    }

    /** How many bytes of an object have to be read, including those read to compute its id. */
    private OptionalLong toRead(LogObject object) {
        int times = asksForIds && object.idNeedsReading() ? 2 : 1;
        return object.size().isPresent() ? OptionalLong.of(times * object.size().getAsLong()) : OptionalLong.empty();
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** The same log object, with its reading counted. */
    Metered metered(LogObject object) {
        return new Metered(object);
    }

    void report() {
        listener.reached(new IngestProgress(doneObjects.get(), objects, doneBytes.get(), bytes, readBytes.get()));
    }

    /** A log object whose reading is counted. */
    final class Metered implements LogObject {

        private final LogObject object;
        private long readForId;
        private long read;

        private Metered(LogObject object) {
            this.object = object;
        }

        /** Records that the object is done: read, skipped, or found to be unreadable. */
        void done() {
            add(toRead(object).orElse(read) - read);
            doneObjects.incrementAndGet();
            report();
        }

        @Override
        public String name() {
            return object.name();
        }

        @Override
        public LogObjectId id() throws IOException {
            var id = object.id(this);
            readForId = read;
            return id;
        }

        @Override
        public LogObjectId id(LogObject through) throws IOException {
            return object.id(through);
        }

        @Override
        public boolean idNeedsReading() {
            return object.idNeedsReading();
        }

        @Override
        public OptionalLong size() {
            return object.size();
        }

        /**
         * Opens the object. Bytes counted by an earlier opening are taken back, except those read to compute the id.
         */
        @Override
        public InputStream open() throws IOException {
            add(readForId - read);
            return new FilterInputStream(object.open()) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    countBytes(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int some = super.read(target, offset, length);
                    countBytes(Math.max(0, some));
                    return some;
                }
            };
        }

        private void countBytes(int some) {
            if (stopped) {
                throw new StoppedException();
            }
            long before = read / REPORT_INTERVAL_BYTES;
            add(some);
            readBytes.addAndGet(some);
            if (read / REPORT_INTERVAL_BYTES > before) {
                report();
            }
        }

        private void add(long some) {
            read += some;
            doneBytes.addAndGet(some);
        }
    }
}
