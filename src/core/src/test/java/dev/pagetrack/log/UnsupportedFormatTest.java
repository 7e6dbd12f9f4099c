package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                "1607374156.114~t192.0.2.1~t200 | a CloudFront real-time log",
                "2019-12-04~t21:02:31~tLAX1~t392 | a CloudFront log without its #Fields line",
                "#Software: Microsoft Internet Information Services 10.0~n#Fields: date time s-ip cs-uri-stem"
                        + " | a W3C log of a server other than CloudFront",
                "#Version: 1.0~n#Fields: date time x-edge-location c-ip x-event sc-bytes"
                        + " | a CloudFront log of RTMP streaming",
                "#Version: 1.0~n#Fields: date time cs-uri-stem~n2026-05-03,12:17:39,/a/~n"
                        + " | a CloudFront log whose fields are not separated by tabs",
                "#Version: 1.0~n#Fields: date time c-ip | a log without the fields that are needed to count pages",
                "#Fields: c-ip | a log without the fields that are needed to count pages",
                "2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200"
                        + " | a log of a Classic Load Balancer",
                "tls 2.0 2018-12-20T02:59:40 net/my-network-loadbalancer/c6e77e28c25b2234"
                        + " | a log of a Network Load Balancer",
                "2 123456789010 eni-1235b8ca123456789 172.31.16.139 | a VPC flow log",
                "version account-id interface-id srcaddr | a VPC flow log",
                "1.0 2017-12-13T08:16:02.130Z Z123412341234 example.com A NOERROR | a Route 53 query log",
                "{\"Records\":[{\"eventVersion\":\"1.09\" | a CloudTrail log",
                "{\"timestamp\":1576280412771,\"formatVersion\":1,\"webaclId\":\"arn\" | an AWS WAF log",
                "{\"level\":\"info\"} | a JSON file without the fields that are needed to count pages",
                "blog.example.com:443 192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"GET / HTTP/1.1\" 200 1"
                        + " | a log of many hosts (Apache's vhost_combined)",
            },
            quoteCharacter = '\0')
    void recognisesUnsupportedFormats(String start, String what) {
        byte[] head = start.replace("~t", "\t")
                .replace("~n", "\n")
                .replace("~x00", "\0")
                .replace("~x03", "\3")
                .replace("~x04", "\4")
                .replace("~xB5", "\u00b5")
                .replace("~xFD", "\u00fd")
                .getBytes(ISO_8859_1);
        assertThatThrownBy(() -> TestLogs.read(TestLogs.of("log", head)))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageStartingWith("log is " + what + ", which pagetrack does not read. ");
    }

    @Test
    void readsAHeadOfDirectivesOnlyWithoutEndlessBacktracking() {
        assertThat(UnsupportedFormat.of("#\n".repeat(8192).getBytes(ISO_8859_1)))
                .isEmpty();
    }
}
