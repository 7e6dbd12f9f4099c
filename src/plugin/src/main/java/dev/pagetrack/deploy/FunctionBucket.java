package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the function jar is uploaded to: a bucket that the user names, or else one of ours, which the first deployment
 * creates. Nobody should have to make a bucket before the first try, and those who have one for such things keep it.
 */
final class FunctionBucket {

    private static final String PARAMETER = "<functionBucket> (pagetrack.functionBucket)";

    private final Buckets buckets;
    private final String name;
    private final boolean ours;

    FunctionBucket(Buckets buckets, Optional<String> named, String account, String region) {
        this.buckets = buckets;
        this.name = named.orElse("pagetrack-functions-" + account + "-" + region);
        this.ours = named.isEmpty();
    }

    String name() {
        return name;
    }

    /**
     * Uploads a jar that is not there.
     *
     * @throws WrongSettingException if there is no such bucket, and the user named it
     */
    void upload(FunctionJar jar, boolean dryRun, Consumer<String> says) {
        boolean exists = buckets.exists(name, PARAMETER);
        if (!exists && !ours) {
            throw new WrongSettingException(PARAMETER + " is '" + name + "', but there is no such bucket."
                    + " Without it, pagetrack creates one.");
        }
        if (exists && buckets.contains(name, jar.key())) {
            says.accept("The functions' code is in s3://" + name + "/" + jar.key());
            return;
        }
        says.accept((dryRun ? "Would upload" : "Uploading") + " the functions' code to s3://" + name + "/" + jar.key());
        if (!dryRun) {
            if (!exists) {
                buckets.create(name);
            }
            buckets.upload(name, jar);
        }
    }
}
