package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The bucket that the function jar is uploaded to. The user may name one. Otherwise the first deployment creates one, so
 * that nobody has to make a bucket before the first try.
 */
final class FunctionBucket {

    private static final String PARAMETER = "<functionBucket> (pagetrack.functionBucket)";

    private final Buckets buckets;
    private final String name;
    private final boolean isDefault;

    FunctionBucket(Buckets buckets, Optional<String> named, String account, String region) {
        this.buckets = buckets;
        this.name = named.orElse("pagetrack-functions-" + account + "-" + region);
        this.isDefault = named.isEmpty();
    }

    String name() {
        return name;
    }

    /**
     * Uploads a jar, unless the bucket has it already.
     *
     * @throws WrongSettingException if the user named the bucket, and it does not exist
     */
    void upload(FunctionJar jar, boolean dryRun, Consumer<String> log) {
        boolean exists = buckets.exists(name, PARAMETER);
        if (!exists && !isDefault) {
            throw new WrongSettingException(PARAMETER + " is '" + name + "', but there is no such bucket."
                    + " Without it, pagetrack creates one.");
        }
        if (exists && buckets.contains(name, jar.key())) {
            log.accept("The functions' code is in s3://" + name + "/" + jar.key());
            return;
        }
        log.accept((dryRun ? "Would upload" : "Uploading") + " the functions' code to s3://" + name + "/" + jar.key());
        if (!dryRun) {
            if (!exists) {
                buckets.create(name);
            }
            buckets.upload(name, jar);
        }
    }
}
