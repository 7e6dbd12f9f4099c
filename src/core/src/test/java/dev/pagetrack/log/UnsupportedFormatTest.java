package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedFormatTest {

    @Test
    void namesTheFormatAndSaysWhatToDo() {
        assertThatThrownBy(() -> TestLogs.read(TestLogs.of("logs/x.parquet", "PAR1\u0015\u0004")))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessage("logs/x.parquet is a Parquet file, which pagetrack does not read."
                        + " Let CloudFront deliver the output format w3c or json instead.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAR1 | a Parquet file",
                "PK~x03~x04 | a zip archive",
                "(~xB5/~xFD~x00 | a file compressed with zstd",
                "BZh91AY | a file compressed with bzip2",
                "~xFD7zXZ~x00 | a file compressed with xz",
                "~xFF~xFE1~x00 | a text in UTF-16",
                "1~x009~x002~x00.~x000~x00 | a text in UTF-16",
                "~x00#~x00V~x00e~x00r~x00s | a text in UTF-16",
                "#Version: 1.0~n2019-12-04~t21:02:31~tLAX1~t392 | a CloudFront log without its #Fields line",
                "1607374156.114~t192.0.2.1~t200 | a CloudFront real-time log",
                "2019-12-04~t21:02:31~tLAX1~t392 | a CloudFront log without its #Fields line",
                "#Software: Microsoft Internet Information Services 10.0~n#Fields: date time s-ip cs-uri-stem"
                        + " | a W3C log of a server other than CloudFront",
                "#Version: 1.0~n#Fields: date time cs-uri-stem~n2026-05-03,12:17:39,/a/~n"
                        + " | a CloudFront log whose fields are not separated by tabs",
                "#Version: 1.0~n#Fields: date time c-ip | a log without the fields that are needed to count pages",
                "#Fields: c-ip | a log without the fields that are needed to count pages",
                "2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200"
                        + " | a log of a Classic Load Balancer",
                "{\"level\":\"info\"} | a JSON file without the fields that are needed to count pages",
                "{~n \"level\": \"info\"~n} | a JSON file without the fields that are needed to count pages",
            },
            quoteCharacter = '\0')
    void recognisesUnsupportedFormats(String start, String what) {
        assertThatThrownBy(() -> TestLogs.read(TestLogs.of("log", bytes(start))))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageStartingWith("log is " + what + ", which pagetrack does not read. ");
    }

    /** Most are from the documentation of the services. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Enable AccessLog for ELB: app/blog/50dc6c495c0c9188 at 2026-03-01T09:00:00.999Z"
                        + " | a test file of a load balancer",
                "Enable ConnectionLog for ELB: app/blog/50dc6c495c0c9188 at 2026-03-01T09:00:00.999Z"
                        + " | a test file of a load balancer",
                "Permission Check Successful | a test file of CloudWatch Logs",
                "2023-10-04T17:05:15.514108Z 203.0.113.1 36280 443 TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 4.036"
                        + " \"CN=a\" NotBefore=2023-09-21T22:43:21Z;NotAfter=2026-06-17T22:43:21Z FEF257372D5C14D4"
                        + " Success TID_3180a73013c8ca4bac2f731159d4b0fe"
                        + " | a connection log of an Application Load Balancer",
                "2023-10-04T17:05:15.514108Z 2001:db8::1 36280 80 - - - \"-\" - - -"
                        + " | a connection log of an Application Load Balancer",
                "http 2025-10-31T12:44:59.875678Z 0.019584011 172.31.20.97:80 blog PASS 200 -"
                        + " | a health check log of an Application Load Balancer",
                "https 2025-10-31T12:44:59.875678Z - 172.31.20.97:443 blog FAIL - TargetError"
                        + " | a health check log of an Application Load Balancer",
                "#Version: 1.0~n#Fields: date time x-edge-location c-ip x-event sc-bytes"
                        + " | a CloudFront log of RTMP streaming",
                "tls 2.0 2018-12-20T02:59:40 net/my-network-loadbalancer/c6e77e28c25b2234"
                        + " | a log of a Network Load Balancer",
                "2 123456789010 eni-1235b8ca123456789 172.31.16.139 | a VPC flow log",
                "version account-id interface-id srcaddr | a VPC flow log",
                "1.0 2017-12-13T08:16:02.130Z Z123412341234 example.com A NOERROR | a Route 53 query log",
                "{\"Records\":[{\"eventVersion\":\"1.09\" | a CloudTrail log",
                "{\"Records\":[{\"awsRegion\":\"eu-central-1\",\"eventSource\":\"s3.amazonaws.com\" | a CloudTrail log",
                "{\"Records\":[]} | a CloudTrail log",
                "{\"awsAccountId\":\"111122223333\",\"digestStartTime\":\"2015-08-17T14:01:31Z\" | a digest of CloudTrail",
                "{\"fileVersion\":\"1.0\",\"configSnapshotId\":\"7d2\",\"configurationItems\":[]}"
                        + " | a file of AWS Config",
                "{\"timestamp\":1576280412771,\"formatVersion\":1,\"webaclId\":\"arn\" | an AWS WAF log",
            },
            quoteCharacter = '\0')
    void passesOverFilesThatHoldNoPageViews(String start, String what) throws IOException {
        assertThat(TestLogs.read(TestLogs.of("log", bytes(start)))).containsExactly("passed over: " + what);
    }

    private static byte[] bytes(String text) {
        return text.replace("~t", "\t")
                .replace("~n", "\n")
                .replace("~x00", "\0")
                .replace("~x03", "\3")
                .replace("~x04", "\4")
                .replace("~xB5", "\u00b5")
                .replace("~xFD", "\u00fd")
                .replace("~xFE", "\u00fe")
                .replace("~xFF", "\u00ff")
                .getBytes(ISO_8859_1);
    }

    /** The reader has decompressed the file once. */
    @Test
    void recognisesAFileThatWasCompressedTwice() {
        assertThat(UnsupportedFormat.of(new LogHead("\u001f\u008b\b".getBytes(ISO_8859_1), true)))
                .hasValueSatisfying(format -> assertThat(format.name()).isEqualTo("a file that was compressed twice"));
    }

    @Test
    void readsAHeadOfDirectivesOnlyWithoutEndlessBacktracking() {
        assertThat(UnsupportedFormat.of(new LogHead("#\n".repeat(8192).getBytes(ISO_8859_1), true)))
                .isEmpty();
    }
}
