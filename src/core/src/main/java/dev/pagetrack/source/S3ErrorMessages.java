package dev.pagetrack.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Explains failed calls to S3: what happened and what to do. */
final class S3ErrorMessages {

    private S3ErrorMessages() {}

    /** An exception whose message continues a sentence that begins with the name of the object or bucket. */
    static IOException explain(SdkException failure) {
        if (failure instanceof AwsServiceException service && service.statusCode() == 404) {
            var missing = new FileNotFoundException("it does not exist or was deleted.");
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
                        + " an archived object must be restored first. Check <profile> (pagetrack.profile).";
            case 412 -> "it was overwritten while it was read. Run again.";
            default -> "S3 failed: " + service.getMessage();
        };
    }
}
