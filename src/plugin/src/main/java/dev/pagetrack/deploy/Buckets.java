package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.EventBridgeConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The S3 buckets of an account. S3 refuses each call for a bucket of another account, except the one that creates a
 * bucket.
 */
final class Buckets {

    /** The one region that a request to create a bucket must not name. */
    private static final String DEFAULT_REGION = "us-east-1";

    private static final String BUCKET_REGION = "x-amz-bucket-region";

    private final S3Client s3;
    private final String region;
    private final String account;

    Buckets(S3Client s3, String region, String account) {
        this.s3 = s3;
        this.region = region;
        this.account = account;
    }

    /**
     * Whether there is a bucket of that name in this region.
     *
     * @param parameter the parameter that names the bucket, for messages
     * @throws WrongSettingException if the bucket is in another account or region
     */
    boolean exists(String bucket, String parameter) {
        return explain(bucket, () -> {
            try {
                s3.headBucket(head -> head.bucket(bucket).expectedBucketOwner(account));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == 404) {
                    return false;
                }
                throw unusable(e, bucket, parameter);
            }
        });
    }

    /** Explains why the user's bucket cannot be used; the failure itself if neither its region nor its account is wrong. */
    private RuntimeException unusable(S3Exception failure, String bucket, String parameter) {
        var found = Optional.ofNullable(failure.awsErrorDetails())
                .flatMap(details -> details.sdkHttpResponse().firstMatchingHeader(BUCKET_REGION))
                .orElse(region);
        if (!found.equals(region)) {
            return new WrongSettingException(parameter + " is '" + bucket + "', which is in " + found
                    + ", but the stack would be in " + region + ", and both must be in one region."
                    + " Set <region> (pagetrack.region) to the bucket's.");
        }
        if (failure.statusCode() == 403) {
            return new WrongSettingException(parameter + " is '" + bucket + "', which is not in account " + account
                    + ", or these credentials may not read its settings.");
        }
        return failure;
    }

    /** Creates a bucket that blocks all public access. */
    void create(String bucket) {
        var request = CreateBucketRequest.builder().bucket(bucket);
        if (!region.equals(DEFAULT_REGION)) {
            request.createBucketConfiguration(
                    place -> place.locationConstraint(BucketLocationConstraint.fromValue(region)));
        }
        explain(bucket, () -> {
            s3.createBucket(request.build());
            return s3.putPublicAccessBlock(block -> block.bucket(bucket)
                    .expectedBucketOwner(account)
                    .publicAccessBlockConfiguration(all -> all.blockPublicAcls(true)
                            .blockPublicPolicy(true)
                            .ignorePublicAcls(true)
                            .restrictPublicBuckets(true)));
        });
    }

    boolean contains(String bucket, String key) {
        return explain(bucket, () -> {
            try {
                s3.headObject(head -> head.bucket(bucket).key(key).expectedBucketOwner(account));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == 404) {
                    return false;
                }
                throw e;
            }
        });
    }

    void upload(String bucket, FunctionJar jar) {
        explain(
                bucket,
                () -> s3.putObject(
                        put -> put.bucket(bucket)
                                .key(jar.key())
                                .expectedBucketOwner(account)
                                // S3 refuses a body with another checksum. Over HTTPS the SDK does not sign the body.
                                .checksumSHA256(jar.checksum()),
                        RequestBody.fromFile(jar.file())));
    }

    /**
     * Makes a bucket notify EventBridge of new objects. Its other notifications are kept.
     *
     * @return false if it notified EventBridge before
     */
    boolean enableEventBridge(String bucket) {
        return explain(bucket, () -> {
            var before = s3.getBucketNotificationConfiguration(
                    get -> get.bucket(bucket).expectedBucketOwner(account));
            if (before.eventBridgeConfiguration() != null) {
                return false;
            }
            s3.putBucketNotificationConfiguration(put -> put.bucket(bucket)
                    .expectedBucketOwner(account)
                    // A queue or function of the other notifications may have been deleted since.
                    .skipDestinationValidation(true)
                    .notificationConfiguration(all -> all.topicConfigurations(before.topicConfigurations())
                            .queueConfigurations(before.queueConfigurations())
                            .lambdaFunctionConfigurations(before.lambdaFunctionConfigurations())
                            .eventBridgeConfiguration(
                                    EventBridgeConfiguration.builder().build())));
            return true;
        });
    }

    private static <T> T explain(String bucket, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new DeployException("the call to bucket '" + bucket + "' failed: " + e.getMessage(), e);
        }
    }
}
