package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is read, and tells a listener. Ends reading when it is told to stop. */
final class ProgressMeter {

    /** How many bytes are read between two calls of the listener. */
    private static final int TOLD_EVERY = 1 << 20;

    private final IngestProgress.Listener listener;
    private final boolean asksForIds;
    private final long objects;
    private final long bytes;
    private final AtomicLong doneObjects = new AtomicLong();
    private final AtomicLong doneBytes = new AtomicLong();
    private final AtomicLong readBytes = new AtomicLong();
    private volatile boolean stopped;

    /** @param asksForIds whether the ids of the objects are asked for, for which some are read once more */
    ProgressMeter(List<? extends LogObject> objects, IngestProgress.Listener listener, boolean asksForIds) {
        this.listener = listener;
        this.asksForIds = asksForIds;
        this.objects = objects.size();
        this.bytes =
                objects.stream().mapToLong(object -> toRead(object).orElse(0)).sum();
    }

    /** All bytes to read of an object, those for its id included. */
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

    /** The same log object, its reading counted. */
    Metered of(LogObject object) {
        return new Metered(object);
    }

    void tell() {
        listener.reached(new IngestProgress(doneObjects.get(), objects, doneBytes.get(), bytes, readBytes.get()));
    }

    final class Metered implements LogObject {

        private final LogObject object;
        private long readForId;
        private long read;

        private Metered(LogObject object) {
            this.object = object;
        }

        /** It is done: read, skipped, or found to be unreadable. */
        void done() {
            add(toRead(object).orElse(read) - read);
            doneObjects.incrementAndGet();
            tell();
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

        /** Begins anew when it was opened before, but for its id. */
        @Override
        public InputStream open() throws IOException {
            add(readForId - read);
            return new FilterInputStream(object.open()) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    got(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int some = super.read(target, offset, length);
                    got(Math.max(0, some));
                    return some;
                }
            };
        }

        private void got(int some) {
            if (stopped) {
                throw new StoppedException();
            }
            long before = read / TOLD_EVERY;
            add(some);
            readBytes.addAndGet(some);
            if (read / TOLD_EVERY > before) {
                tell();
            }
        }

        private void add(long some) {
            read += some;
            doneBytes.addAndGet(some);
        }
    }
}
