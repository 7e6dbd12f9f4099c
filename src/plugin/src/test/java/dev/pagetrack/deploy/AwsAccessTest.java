package dev.pagetrack.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.aws.ConnectionSettings.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** Failed calls: which are sent again after which wait, and what the messages say. */
class AwsAccessTest {

    private final List<Duration> waits = new ArrayList<>();

    @Test
    void aBusyServiceIsCalledAgain() throws IOException {
        try (var aws = new AwsStub();
                var access = AwsAccess.open(aws.settings(), this::retry)) {
            aws.reply(AwsStub.Reply.error(400, "Throttling", "Rate exceeded"))
                    .reply(AwsStub.Reply.xml(503, "<html>Service Unavailable"));
            assertThat(access.account()).isEqualTo(AwsStub.ACCOUNT);
            assertThat(aws.calls()).containsExactly("GetCallerIdentity", "GetCallerIdentity", "GetCallerIdentity");
        }
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aServiceThatStaysBusyFailsTheCall() throws IOException {
        try (var aws = new AwsStub();
                var access = AwsAccess.open(aws.settings(), this::retry)) {
            for (int i = 0; i < 4; i++) {
                aws.reply(AwsStub.Reply.error(400, "Throttling", "Rate exceeded"));
            }
            assertThatThrownBy(access::account)
                    .isInstanceOf(DeployException.class)
                    .hasMessageContainingAll("GetCallerIdentity", "Rate exceeded");
            assertThat(aws.calls()).hasSize(4);
        }
    }

    @Test
    void aServiceThatCannotBeReachedIsNamed() throws IOException {
        URI nobody;
        try (var aws = new AwsStub()) {
            nobody = aws.endpoint();
        }
        try (var access = AwsAccess.open(settings(nobody, AwsStub.KEY), this::retry)) {
            assertThatThrownBy(access::account)
                    .isInstanceOf(DeployException.class)
                    .hasMessageContainingAll(nobody.toString(), "<region>", "<endpoint>");
        }
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void aWrongSecretIsRefused() throws IOException {
        try (var aws = new AwsStub();
                var access = AwsAccess.open(
                        settings(aws.endpoint(), new AccessKey(AwsStub.KEY.id(), "another")), this::retry)) {
            assertThatThrownBy(access::account)
                    .isInstanceOf(DeployException.class)
                    .hasMessage("AWS refuses the deployment: SignatureDoesNotMatch:"
                            + " The request signature we calculated does not match");
        }
        assertThat(waits).isEmpty();
    }

    @Test
    void aRefusalWithoutACodeStillNamesItsStatus() throws IOException {
        try (var aws = new AwsStub();
                var access = AwsAccess.open(aws.settings(), BackoffStrategy.retryImmediately())) {
            aws.reply(AwsStub.Reply.xml(407, "<html>Proxy Authentication Required"));
            assertThatThrownBy(access::account)
                    .isInstanceOf(DeployException.class)
                    .hasMessageContaining("407");
        }
    }

    @Test
    void whoHasNoCredentialsLearnsWhatToSet() {
        var failing = SdkClientException.create("Unable to load credentials.");
        var credentials = AwsAccess.explaining(() -> {
            throw failing;
        });
        assertThatThrownBy(credentials::resolveCredentials)
                .isInstanceOf(DeployException.class)
                .hasMessageContainingAll("Unable to load credentials.", "<profile>", "<serverId>");
    }

    /** Notes how long to wait before a call is sent again, and does not wait. */
    private Duration retry(int attempt) {
        waits.add(AwsAccess.BACKOFF.computeDelay(attempt));
        return Duration.ZERO;
    }

    private static ConnectionSettings settings(URI endpoint, AccessKey key) {
        return new ConnectionSettings(
                Optional.of(AwsStub.REGION), Optional.empty(), Optional.of(endpoint), Optional.of(key));
    }
}
