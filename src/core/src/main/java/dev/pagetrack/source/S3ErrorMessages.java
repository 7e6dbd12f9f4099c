package dev.pagetrack.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what a failed call to S3 means, and the way out. */
final class S3ErrorMessages {

    private S3ErrorMessages() {}

    /** The message is to stand behind the name of what was asked for. */
    static IOException explain(SdkException failure) {
        if (failure instanceof AwsServiceException service && service.statusCode() == 404) {
            var missing = new FileNotFoundException("it is not there, or not any more.");
            missing.initCause(failure);
            return missing;
        }
        return new IOException(reason(failure), failure);
    }

    private static String reason(SdkException failure) {
        if (!(failure instanceof AwsServiceException service)) {
            return "S3 cannot be reached: " + failure.getMessage() + " Check the network, <region> (pagetrack.region),"
                    + " <profile> (pagetrack.profile) and <endpoint> (pagetrack.endpoint).";
        }
        return switch (service.statusCode()) {
            case 403 ->
                "access is denied. The credentials need s3:ListBucket on the bucket and s3:GetObject on its objects;"
                        + " an object in an archive has to be restored first. Check <profile> (pagetrack.profile).";
            case 412 -> "it was written anew while it was read. Run it again.";
            default -> "S3 fails: " + service.getMessage();
        };
    }
}
