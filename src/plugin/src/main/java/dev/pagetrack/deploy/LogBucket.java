package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;
import java.util.Optional;
import java.util.function.Consumer;

/** The bucket that access logs are written to: there before the stack, or created by it. */
final class LogBucket {

    private static final String PARAMETER = "<logBucket> (pagetrack.logBucket)";

    private final Buckets buckets;
    private final String name;
    private final boolean created;

    private LogBucket(Buckets buckets, String name, boolean created) {
        this.buckets = buckets;
        this.name = name;
        this.created = created;
    }

    /**
     * Finds out whether the stack is to create it. One that outlived the stack that created it is taken as it is.
     *
     * @param create whether the user wants it created
     * @throws WrongSettingException if it is not there, and is not to be created
     */
    static LogBucket find(Buckets buckets, String name, boolean create, Optional<Stack> stack) {
        boolean owned = stack.filter(one -> one.owns(DeploySettings.CREATE_LOG_BUCKET)
                        && name.equals(one.parameters().get(DeploySettings.LOG_BUCKET)))
                .isPresent();
        boolean exists = buckets.exists(name, PARAMETER);
        if (!exists && !create) {
            throw new WrongSettingException(
                    PARAMETER + " is '" + name + "', but there is no such bucket."
                            + " With <createLogBucket>true</createLogBucket> (pagetrack.createLogBucket) the stack creates it.");
        }
        return new LogBucket(buckets, name, create && (owned || !exists));
    }

    /** Whether the stack creates it. */
    boolean isCreated() {
        return created;
    }

    /** Sees to it that EventBridge knows of new logs. CloudFormation can do so only in buckets that it creates. */
    void notifyEventBridge(Consumer<String> says) {
        if (!created && buckets.switchOnEventBridge(name)) {
            says.accept(
                    "Bucket '" + name + "' now tells EventBridge of new objects; what else it notifies is as before.");
        }
    }
}
