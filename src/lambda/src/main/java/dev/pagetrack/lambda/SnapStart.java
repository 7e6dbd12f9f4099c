package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * The hooks that Lambda runs before it takes a SnapStart snapshot of a function, and after it has restored one. Many
 * instances start from the same snapshot, at any later time. So the snapshot may contain loaded classes and parsed
 * lists, but no credentials, no connections, and no state of a random generator that is used.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">SnapStart runtime hooks
 *     for Java</a>
 */
final class SnapStart implements Resource {

    private final Runnable prime;
    private final Runnable renew;

    private SnapStart(Runnable prime, Runnable renew) {
        this.prime = requireNonNull(prime, "prime");
        this.renew = requireNonNull(renew, "renew");
    }

    /**
     * Registers the hooks of a function.
     *
     * @param prime loads the classes that an invocation needs, without using the network
     * @param renew replaces what must not come from a snapshot
     * @return the hooks; the function must keep a reference to them, because the context has only a weak one
     */
    static SnapStart register(Runnable prime, Runnable renew) {
        var snapStart = new SnapStart(prime, renew);
        Core.getGlobalContext().register(snapStart);
        return snapStart;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        prime.run();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        renew.run();
    }
}
