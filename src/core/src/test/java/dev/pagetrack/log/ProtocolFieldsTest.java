package dev.pagetrack.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The versions of HTTP and TLS, the cipher suite, the network and the signer, in the formats that have them. */
class ProtocolFieldsTest {

    private static final Field[] FIELDS = {
        Field.PROTOCOL_VERSION, Field.TLS_PROTOCOL, Field.TLS_CIPHER, Field.ASN, Field.REQUESTER
    };

    @Test
    void cloudFrontNamesThem() throws IOException {
        var log = TestLogs.of(
                "log",
                "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) cs-protocol-version ssl-protocol"
                        + " ssl-cipher asn",
                "2026-05-03 12:17:39 GET / 200 Mozilla HTTP/2.0 TLSv1.3 TLS_AES_128_GCM_SHA256 64500"
                        .replace(' ', '\t'));

        assertThat(TestLogs.read(log, FIELDS))
                .containsExactly("cloudfront", "2 1777810659 HTTP/2.0 TLSv1.3 TLS_AES_128_GCM_SHA256 64500 ?");
    }

    @Test
    void s3HasNoNetworkButASigner() throws IOException {
        var log = TestLogs.of("log", Corpus.S3.get(0), Corpus.S3.get(2), Corpus.S3.get(3));
        var owner = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

        assertThat(TestLogs.read(log, FIELDS))
                .containsExactly(
                        "s3",
                        "1 1549411238 HTTP/1.1 TLSV1.2 ECDHE-RSA-AES128-GCM-SHA256 ? " + owner,
                        "2 1549411238 HTTP/1.1 ? ? ? " + owner,
                        "3 1549411238 ? ? ? ? " + owner);
    }

    @Test
    void loadBalancersHaveThemAfterTheUserAgent() throws IOException {
        var log = TestLogs.of("log", Corpus.LOAD_BALANCER.get(2), Corpus.LOAD_BALANCER.get(0));

        assertThat(TestLogs.read(log, FIELDS))
                .containsExactly(
                        "alb",
                        "1 1530570180 HTTP/2.0 TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 ? ?",
                        "2 1530570180 HTTP/1.1 ? ? ? ?");
    }

    @Test
    void webServersHaveTheVersionOfHttpOnly() throws IOException {
        var log = TestLogs.of("log", Corpus.COMBINED.get(2), Corpus.COMBINED.get(0));

        assertThat(TestLogs.read(log, FIELDS))
                .containsExactly("combined", "1 1777790859 HTTP/2.0 ? ? ? ?", "2 971211336 HTTP/1.0 ? ? ? ?");
    }
}
