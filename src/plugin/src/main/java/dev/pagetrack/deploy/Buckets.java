package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.EventBridgeConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The buckets of an account. Every call but the one that creates a bucket fails if the bucket is somebody else's. */
final class Buckets {

    /** The one region that is never named as a bucket's place. */
    private static final String UNNAMED_REGION = "us-east-1";

    private static final String PLACE = "x-amz-bucket-region";

    private final S3Client s3;
    private final String region;
    private final String account;

    Buckets(S3Client s3, String region, String account) {
        this.s3 = s3;
        this.region = region;
        this.account = account;
    }

    /**
     * Whether there is a bucket of that name, in this region.
     *
     * @param parameter where the name stands, for messages
     * @throws WrongSettingException if it is another account's, or in another region
     */
    boolean exists(String bucket, String parameter) {
        return explained(bucket, () -> {
            try {
                s3.headBucket(head -> head.bucket(bucket).expectedBucketOwner(account));
                return true;
            } catch (S3Exception e) {
                return isThere(e, bucket, parameter);
            }
        });
    }

    private boolean isThere(S3Exception failure, String bucket, String parameter) {
        var place = failure.awsErrorDetails() == null
                ? ""
                : failure.awsErrorDetails()
                        .sdkHttpResponse()
                        .firstMatchingHeader(PLACE)
                        .orElse("");
        if (failure.statusCode() == 404) {
            return false;
        }
        if (!place.isEmpty() && !place.equals(region)) {
            throw new WrongSettingException(parameter + " is '" + bucket + "', which is in " + place
                    + ", but the stack would be in " + region + ", and both must be in one region."
                    + " Set <region> (pagetrack.region) to the bucket's.");
        }
        if (failure.statusCode() == 403) {
            throw new WrongSettingException(parameter + " is '" + bucket + "', which is not in account " + account
                    + ", or these credentials may not look at it.");
        }
        throw failure;
    }

    /** Creates a bucket that nobody outside the account can ever read. */
    void create(String bucket) {
        var request = CreateBucketRequest.builder().bucket(bucket);
        if (!region.equals(UNNAMED_REGION)) {
            request.createBucketConfiguration(
                    place -> place.locationConstraint(BucketLocationConstraint.fromValue(region)));
        }
        explained(bucket, () -> {
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
        return explained(bucket, () -> {
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
        explained(
                bucket,
                () -> s3.putObject(
                        put -> put.bucket(bucket)
                                .key(jar.key())
                                .expectedBucketOwner(account)
                                // S3 refuses what differs; over HTTPS the SDK signs no hash of the body.
                                .checksumSHA256(jar.checksum()),
                        RequestBody.fromFile(jar.file())));
    }

    /**
     * Lets EventBridge know of new objects. What else the bucket notifies is kept.
     *
     * @return whether it had to be switched on
     */
    boolean switchOnEventBridge(String bucket) {
        return explained(bucket, () -> {
            var now = s3.getBucketNotificationConfiguration(
                    get -> get.bucket(bucket).expectedBucketOwner(account));
            if (now.eventBridgeConfiguration() != null) {
                return false;
            }
            s3.putBucketNotificationConfiguration(put -> put.bucket(bucket)
                    .expectedBucketOwner(account)
                    // A queue or function that is gone by now is none of our business.
                    .skipDestinationValidation(true)
                    .notificationConfiguration(all -> all.topicConfigurations(now.topicConfigurations())
                            .queueConfigurations(now.queueConfigurations())
                            .lambdaFunctionConfigurations(now.lambdaFunctionConfigurations())
                            .eventBridgeConfiguration(
                                    EventBridgeConfiguration.builder().build())));
            return true;
        });
    }

    private static <T> T explained(String bucket, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new DeployException("the call to bucket '" + bucket + "' failed: " + e.getMessage(), e);
        }
    }
}
