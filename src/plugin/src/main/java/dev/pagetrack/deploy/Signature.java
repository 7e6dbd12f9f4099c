package dev.pagetrack.deploy;

import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Signs requests to one service.
 *
 * @param service its name in signatures
 * @param clock the time that stands in them
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">Signature Version 4</a>
 */
record Signature(String service, String region, AwsCredentialsProvider credentials, Clock clock) {

    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    /** @throws DeployException if there are no credentials */
    SdkHttpRequest sign(SdkHttpRequest request, ContentStreamProvider body) {
        try {
            return SIGNER.sign(sign -> sign.identity(credentials.resolveCredentials())
                            .request(request)
                            .payload(body)
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                            .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                            .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                    .request();
        } catch (SdkException e) {
            throw new DeployException(
                    "there are no credentials for AWS: " + e.getMessage()
                            + " Log in, or set <profile> (pagetrack.profile) or <serverId> (pagetrack.serverId).",
                    e);
        }
    }
}
