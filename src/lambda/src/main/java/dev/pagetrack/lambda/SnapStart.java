package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does before Lambda takes a snapshot of it, and after one was restored. Many functions begin with the
 * same snapshot, at any later time: so it holds loaded classes and read lists, but nothing that says who one is, no
 * connection, and no state of a random generator in use.
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
     * Registers a function.
     *
     * @param prime loads what answering needs, without asking anybody
     * @param renew makes anew what must not come from a snapshot
     * @return to be held as long as the function lives: the context holds it weakly
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
