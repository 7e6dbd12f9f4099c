package dev.pagetrack.render;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is computed when it is first asked for, and only then.
 *
 * @param <T> what it is
 */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> computation;
    private Optional<T> value = Optional.empty();

    Lazy(Supplier<T> computation) {
        this.computation = computation;
    }

    @Override
    public synchronized T get() {
        if (value.isEmpty()) {
            value = Optional.of(computation.get());
        }
        return value.get();
    }

    /** Whether the value was asked for. */
    synchronized boolean isComputed() {
        return value.isPresent();
    }
}
