package dev.pagetrack.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.aws.ConnectionSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Signatures, and what becomes of a call that fails. */
class QueryServiceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);

    private final List<Duration> pauses = new ArrayList<>();

    /** The signature is botocore's of the same request. */
    @Test
    void aRequestIsSignedAsBotocoreSignsIt() {
        var body = "Action=DescribeStacks&Version=2010-05-15&StackName=page%20track";
        var key = AwsBasicCredentials.create(AwsStub.KEY.id(), AwsStub.KEY.secret());
        var request = new Signature("cloudformation", "eu-central-1", StaticCredentialsProvider.create(key), CLOCK)
                .sign(
                        SdkHttpRequest.builder()
                                .uri(URI.create("https://cloudformation.eu-central-1.amazonaws.com"))
                                .encodedPath("/")
                                .method(SdkHttpMethod.POST)
                                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                                .putHeader("Content-Length", "63")
                                .build(),
                        () -> new ByteArrayInputStream(body.getBytes(UTF_8)));
        assertThat(request.firstMatchingHeader("Authorization"))
                .hasValue("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/eu-central-1/cloudformation/aws4_request,"
                        + " SignedHeaders=content-length;content-type;host;x-amz-content-sha256;x-amz-date,"
                        + " Signature=281e1af0da1f1cffbd67d5d62fea17168d76d0a977dc00ff05abdbda81315fc6");
    }

    @Test
    void aBusyServiceIsAskedAgainWithPatience() throws IOException {
        try (var aws = new AwsStub();
                var access = AwsAccess.open(aws.settings(), CLOCK, pauses::add)) {
            aws.first(AwsStub.Reply.error(400, "Throttling", "Rate exceeded"))
                    .first(AwsStub.Reply.xml(503, "<html>Service Unavailable"));
            assertThat(access.account()).isEqualTo(AwsStub.ACCOUNT);
            assertThat(aws.asked()).containsExactly("GetCallerIdentity", "GetCallerIdentity", "GetCallerIdentity");
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aServiceThatStaysBusyIsGivenUp() throws IOException {
        try (var aws = new AwsStub();
                var access = AwsAccess.open(aws.settings(), CLOCK, pauses::add)) {
            for (int i = 0; i < 4; i++) {
                aws.first(AwsStub.Reply.error(400, "Throttling", "Rate exceeded"));
            }
            assertThatThrownBy(access::account)
                    .isInstanceOf(DeployException.class)
                    .hasMessageContainingAll("GetCallerIdentity", "Rate exceeded");
            assertThat(aws.asked()).hasSize(4);
        }
    }

    @Test
    void aServiceMayBeAway() throws IOException {
        URI nobody;
        try (var aws = new AwsStub()) {
            nobody = aws.endpoint();
        }
        var settings = new ConnectionSettings(
                Optional.of("eu-central-1"), Optional.empty(), Optional.of(nobody), Optional.of(AwsStub.KEY));
        try (var access = AwsAccess.open(settings, CLOCK, pauses::add)) {
            assertThatThrownBy(access::account)
                    .isInstanceOf(DeployException.class)
                    .hasMessageContainingAll(nobody.toString(), "<region>", "<endpoint>");
        }
        assertThat(pauses).hasSize(3);
    }

    @Test
    void aWrongSecretIsRefused() throws IOException {
        try (var aws = new AwsStub()) {
            var settings = new ConnectionSettings(
                    Optional.of("eu-central-1"),
                    Optional.empty(),
                    Optional.of(aws.endpoint()),
                    Optional.of(new ConnectionSettings.AccessKey(AwsStub.KEY.id(), "another")));
            try (var access = AwsAccess.open(settings, CLOCK, pauses::add)) {
                assertThatThrownBy(access::account).hasMessageContaining("signature");
            }
        }
    }

    @Test
    void anAnswerWithADocumentTypeIsRefused() {
        assertThatThrownBy(() ->
                        Answer.of("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>".getBytes(UTF_8)))
                .isInstanceOf(DeployException.class);
    }
}
