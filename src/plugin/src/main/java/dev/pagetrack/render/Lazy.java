package dev.pagetrack.render;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is computed once, when it is first needed.
 *
 * @param <T> the type of the value
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

    /** Whether the value was already computed. */
    synchronized boolean isComputed() {
        return value.isPresent();
    }
}
