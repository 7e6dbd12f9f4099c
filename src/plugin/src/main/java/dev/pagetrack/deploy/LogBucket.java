package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;
import java.util.Optional;
import java.util.function.Consumer;

/** The bucket that access logs are written to. It existed before the stack, or the stack creates it. */
final class LogBucket {

    private static final String PARAMETER = "<logBucket> (pagetrack.logBucket)";

    private final Buckets buckets;
    private final String name;
    private final boolean createdByStack;

    private LogBucket(Buckets buckets, String name, boolean createdByStack) {
        this.buckets = buckets;
        this.name = name;
        this.createdByStack = createdByStack;
    }

    /**
     * Decides whether the stack creates the bucket. It does so if the user allows it, unless a bucket of that name exists
     * that this stack did not create: an earlier stack may have left it.
     *
     * @param create whether the user allows the stack to create it
     * @throws WrongSettingException if the bucket does not exist, and the stack may not create it
     */
    static LogBucket find(Buckets buckets, String name, boolean create, Optional<Stack> stack) {
        boolean owned = stack.filter(found -> found.owns(DeploySettings.CREATE_LOG_BUCKET)
                        && name.equals(found.parameters().get(DeploySettings.LOG_BUCKET)))
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
    boolean isCreatedByStack() {
        return createdByStack;
    }

    /** Makes the bucket notify EventBridge of new logs. CloudFormation can do so only in buckets that it creates. */
    void notifyEventBridge(Consumer<String> log) {
        if (!createdByStack && buckets.enableEventBridge(name)) {
            log.accept("Bucket '" + name
                    + "' now notifies EventBridge of new objects. Its other notifications are as before.");
        }
    }
}
