package dev.pagetrack.log;

import java.util.List;

/** Sample lines of each format: those of the documentation, and lines that are difficult to read. */
final class Corpus {

    /** The 33 fields of version 1 today. */
    static final String V1_NAMES = "date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status"
            + " cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header"
            + " cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type"
            + " cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte"
            + " x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end";

    /** The first four lines are from Amazon's example file. */
    static final List<String> V1 = List.of(
            v1(
                    "2019-12-04 21:02:31 LAX1 392 192.0.2.100 GET d111111abcdef8.cloudfront.net /index.html 200 - Mozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)%20AppleWebKit/537.36%20(KHTML,%20like%20Gecko)%20Chrome/78.0.3904.108%20Safari/537.36 - - Hit SOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4KyHmureZmBNrjGdRLiNIQ== d111111abcdef8.cloudfront.net https 23 0.001 - TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 Hit HTTP/2.0 - - 11040 0.001 Hit text/html 78 - -"),
            v1(
                    "2019-12-04 21:02:31 LAX1 392 192.0.2.100 GET d111111abcdef8.cloudfront.net /index.html 200 - Mozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)%20AppleWebKit/537.36%20(KHTML,%20like%20Gecko)%20Chrome/78.0.3904.108%20Safari/537.36 - - Hit k6WGMNkEzR5BEM_SaF47gjtX9zBDO2m349OY2an0QPEaUum1ZOLrow== d111111abcdef8.cloudfront.net https 23 0.000 - TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256 Hit HTTP/2.0 - - 11040 0.000 Hit text/html 78 - -"),
            v1(
                    "2019-12-13 22:36:27 SEA19-C1 900 192.0.2.200 GET d111111abcdef8.cloudfront.net /favicon.ico 502 http://www.example.com/ Mozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)%20AppleWebKit/537.36%20(KHTML,%20like%20Gecko)%20Chrome/78.0.3904.108%20Safari/537.36 - - Error 1pkpNfBQ39sYMnjjUQjmH2w1wdJnbHYTbag21o_3OfcQgPzdL2RSSQ== www.example.com http 675 0.102 - - - Error HTTP/1.1 - - 25260 0.102 OriginDnsError text/html 507 - -"),
            v1(
                    "2019-12-13 22:37:02 SEA19-C2 900 192.0.2.200 GET d111111abcdef8.cloudfront.net / 502 - curl/7.55.1 - - Error kBkDzGnceVtWHqSCqBUqtA_cEs2T3tFUBbnBNkB9El_uVRhHgcZfcw== www.example.com http 387 0.103 - - - Error HTTP/1.1 - - 12644 0.103 OriginDnsError text/html 507 - -"),
            v1(
                    "2026-05-03 12:17:39 FRA56-P2 1 2001:db8::1 GET x /a%20b/?c=d 304 - - - - Hit - - - - - - - - - - - - - - - - - - -"),
            "garbage");

    /** Selected fields in an unusual order, some of real-time logs included. */
    static final String V2_NAMES =
            "sc-status timestamp(ms) cs-uri-stem c-country asn cs-user-agent cs-referer timestamp";

    static final List<String> V2 = List.of(
            "200\t1777810659123\t/blog/?q=1\tDE\t64500\tMozilla/5.0%20(X11)\t-\t1777810659.123",
            "304\t0\t/\tus\t-\t-\thttps://example.com/\t-",
            "200\t1777810659\t/blog/\tDE\t64500\tMozilla\t-",
            "200\t253402300800000\t/blog/\tDE\t64500\tMozilla\t-\t1");

    /** The first line is as CloudFront writes it, with strings only; the others are as other tools write them. */
    static final List<String> JSON = List.of(
            "{\"date\":\"2026-04-04\",\"time\":\"12:57:53\",\"x-edge-location\":\"SFO53-P7\",\"sc-bytes\":\"1068\","
                    + "\"c-ip\":\"192.0.2.24\",\"cs-method\":\"GET\",\"cs(Host)\":\"d111111abcdef8.cloudfront.net\","
                    + "\"cs-uri-stem\":\"/feed.xml\",\"sc-status\":\"304\",\"cs(Referer)\":\"-\","
                    + "\"cs(User-Agent)\":\"Feedly/1.0\",\"x-edge-result-type\":\"Hit\",\"x-edge-request-id\":\"Vqk==\","
                    + "\"x-host-header\":\"www.example.com\",\"sc-content-type\":\"-\",\"c-country\":\"US\"}",
            " { \"timestamp(ms)\" : 1789363200123 , \"sc-status\" : 200, \"cs-uri-stem\":\"/a/?b\", \"x\":-1.5e+3,"
                    + " \"y\":true,\"z\":null } ",
            "{\"timestamp\":\"1573607617.546\",\"cs-uri-stem\":\"\\/caf\\u00e9\\/\\ud83d\\ude00\","
                    + "\"cs(User-Agent)\":\"say \\\"hi\\\"\\\\\\n\",\"cs(Referer)\":null}",
            "{\"date\":\"2026-04-04\",\"time\":\"12:57:53\",\"cs\\u002duri-stem\":\"/x\",\"cs-uri-stem\":\"/\u00c3\u00a9\"}",
            "{\"date\":\"2026-04-04\",\"time\":\"12:57:53\",\"cs-uri-stem\":\"/\\ud83d\"}",
            "{\"date\":\"2026-04-04\",\"time\":\"12:57:53\",\"nested\":{\"a\":[1]}}",
            "{\"date\":\"2026-04-04\",\"time\":\"12:57:53\"},",
            "{}",
            "[]");

    private static final String S3_HEAD = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"
            + " amzn-s3-demo-bucket1 [06/Feb/2019:00:00:38 +0000] 192.0.2.3"
            + " 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be ";

    /** The first two lines are from Amazon's documentation. */
    static final List<String> S3 = List.of(
            S3_HEAD + "3E57427F3EXAMPLE REST.GET.VERSIONING - \"GET /amzn-s3-demo-bucket1?versioning HTTP/1.1\" 200 -"
                    + " 113 - 7 - \"-\" \"S3Console/0.4\" - s9lzHYrFp76ZVxRcpX9+5cjAnEH2ROuNkd2BHfIa6UkFVdtjf5mKR3/"
                    + "eTPFvsiP/XV/VLi31234= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader"
                    + " amzn-s3-demo-bucket1.s3.us-west-1.amazonaws.com TLSV1.2"
                    + " arn:aws:s3:us-west-1:123456789012:accesspoint/example-AP Yes us-east-1",
            S3_HEAD + "DD6CC733AEXAMPLE REST.PUT.OBJECT s3-dg.pdf \"PUT /amzn-s3-demo-bucket1/s3-dg.pdf HTTP/1.1\" 200"
                    + " - - 4406583 41754 28 \"-\" \"S3Console/0.4\" - 10S62Zv81kBW7BB6SX4XJ48o6kpcl6LPwEoizZQQxJd5"
                    + "qDSCTLX0TgS37kYUBKQW3+bPdrg1234= SigV4 ECDHE-RSA-AES128-SHA AuthHeader"
                    + " amzn-s3-demo-bucket1.s3.us-west-1.amazonaws.com TLSV1.2 - - us-east-1",
            S3_HEAD
                    + "1 WEBSITE.GET.OBJECT a/index.html \"GET /a/ HTTP/1.1\" 200 - 1 1 7 1 \"https://x.example/\" \"M (X)\" -",
            S3_HEAD + "2 REST.GET.OBJECT x.html - 200 - 1 1 7 1 - -",
            S3_HEAD.replaceFirst(
                            "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be $",
                            "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2EXAMPLEID ")
                    + "5 REST.GET.OBJECT x.html \"GET /x.html HTTP/1.1\" 200 - 1 1 7 1 \"-\" \"Amazon CloudFront\" -",
            S3_HEAD + "3 S3.EXPIRE.OBJECT old.html \"-\" - - - 100 - - \"-\" \"-\"",
            S3_HEAD
                    + "4 REST.GET.OBJECT x.html \"GET /x.html HTTP/1.1\" 200 - 1 1 7 1 \"-\" \"Mozilla \"quoted\" agent\" -");

    private static final String ARN =
            " arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067";

    /**
     * The first six lines are from Amazon's documentation, word for word (HTTP, HTTPS, HTTP/2, WebSockets, a Lambda
     * function that succeeded and one that failed).
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html#access-log-entry-examples">Example
     *     log entries</a>
     */
    static final List<String> LOAD_BALANCER = List.of(
            "http 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80"
                    + " 0.000 0.001 0.000 200 200 34 366 \"GET http://www.example.com:80/ HTTP/1.1\" \"curl/7.46.0\" - -"
                    + ARN + " \"Root=1-58337262-36d228ad5d99923122bbe354\" \"-\" \"-\" 0 2018-07-02T22:22:48.364000Z"
                    + " \"forward\" \"-\" \"-\" \"10.0.0.1:80\" \"200\" \"-\" \"-\" TID_1234abcd5678ef90 \"-\" \"-\" \"-\"",
            "https 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80"
                    + " 0.086 0.048 0.037 200 200 0 57 \"GET https://www.example.com:443/ HTTP/1.1\" \"curl/7.46.0\""
                    + " ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2" + ARN
                    + " \"Root=1-58337281-1d84f3d73c47ec4e58577259\" \"www.example.com\""
                    + " \"arn:aws:acm:us-east-2:123456789012:certificate/12345678-1234-1234-1234-123456789012\""
                    + " 1 2018-07-02T22:22:48.364000Z \"authenticate,forward\" \"-\" \"-\" \"10.0.0.1:80\" \"200\" \"-\" \"-\""
                    + " TID_1234abcd5678ef90 \"m.example.com\" \"-\" \"TransformSuccess\"",
            "h2 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 10.0.1.252:48160 10.0.0.66:9000"
                    + " 0.000 0.002 0.000 200 200 5 257 \"GET https://10.0.2.105:773/ HTTP/2.0\" \"curl/7.46.0\""
                    + " ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2" + ARN
                    + " \"Root=1-58337327-72bd00b0343d75b906739c42\" \"-\" \"-\" 1 2018-07-02T22:22:48.364000Z"
                    + " \"redirect\" \"https://example.com:80/\" \"-\" \"10.0.0.66:9000\" \"200\" \"-\" \"-\""
                    + " TID_1234abcd5678ef90 \"-\" \"-\" \"-\"",
            "ws 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 10.0.0.140:40914 10.0.1.192:8010 0.001"
                    + " 0.003 0.000 101 101 218 587 \"GET http://10.0.0.30:80/ HTTP/1.1\" \"-\" - -" + ARN
                    + " \"Root=1-58337364-23a8c76965a2ef7629b185e3\" \"-\" \"-\" 1 2018-07-02T22:22:48.364000Z \"forward\""
                    + " \"-\" \"-\" \"10.0.1.192:8010\" \"101\" \"-\" \"-\" TID_1234abcd5678ef90 \"-\" \"-\" \"-\"",
            "http 2018-11-30T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 - 0.000 0.001"
                    + " 0.000 200 200 34 366 \"GET http://www.example.com:80/ HTTP/1.1\" \"curl/7.46.0\" - -" + ARN
                    + " \"Root=1-58337364-23a8c76965a2ef7629b185e3\" \"-\" \"-\" 0 2018-11-30T22:22:48.364000Z \"forward\""
                    + " \"-\" \"-\" \"-\" \"-\" \"-\" \"-\" TID_1234abcd5678ef90 \"-\" \"-\" \"-\"",
            "http 2018-11-30T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 - 0.000 0.001"
                    + " 0.000 502 - 34 366 \"GET http://www.example.com:80/ HTTP/1.1\" \"curl/7.46.0\" - -" + ARN
                    + " \"Root=1-58337364-23a8c76965a2ef7629b185e3\" \"-\" \"-\" 0 2018-11-30T22:22:48.364000Z \"forward\""
                    + " \"-\" \"LambdaInvalidResponse\" \"-\" \"-\" \"-\" \"-\" TID_1234abcd5678ef90 \"-\" \"-\" \"-\"",
            "https 2026-05-03T12:17:39Z app/x/1 [2001:db8::1]:2817 - -1 -1 -1 200 - 0 0"
                    + " \"GET https://blog.example.com:443/a%20b/?q=\\x22 HTTP/2.0\" \"say \\x22hi\\x22 \\\\\"",
            "https 2026-05-03T12:17:39.1Z app/x/1 2001:db8::1:2817 - -1 -1 -1 400 - 0 0 \"- http://x:80- -\" \"-\" - -",
            "http 2026-05-03T12:17:39.1Z app/x/1 192.0.2.1:1 - -1 -1 -1 200 - 0 0"
                    + " \"OPTIONS * HTTP/1.1\" \"Mozilla \"quoted\" agent\" - -");

    /** The first two lines are from Apache's documentation. */
    static final List<String> COMBINED = List.of(
            "127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 2326"
                    + " \"http://www.example.com/start.html\" \"Mozilla/4.08 [en] (Win98; I ;Nav)\"",
            "127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 2326",
            "2001:db8::1 - - [03/May/2026:12:17:39 +0530] \"GET /a%20b/?q=1 HTTP/2.0\" 304 - \"-\" \"say \\\"hi\\\" \\x22\" \"-\"",
            "192.0.2.1 - john smith [03/May/2026:12:17:39 +0000] \"GET /caf\\xC3\\xA9/ HTTP/1.1\" 200 1 \"-\" \"a\\\\\" 0.1",
            "192.0.2.1 id john smith [03/May/2026:12:17:39 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"",
            "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"GET http://other.example:8080/x?y HTTP/1.1\" 200 1 \"-\" \"a\"",
            "::1 - - [03/May/2026:12:17:39 +0000] \"OPTIONS * HTTP/1.0\" 200 - \"-\" \"Apache (internal dummy connection)\"",
            "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"\\x16\\x03\\x01\" 400 157 \"-\" \"-\"",
            "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"-\" 408 -",
            "203.0.113.5, 198.51.100.7:80 - - [03/May/2026:12:17:39 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"",
            "\"unknown, [2001:db8::1]:80\" - -  [03/May/2026:12:17:39 +0000]  \"GET / HTTP/1.1\"  200  1  \"-\"  \"a\"");

    private Corpus() {}

    private static String v1(String blanksForTabs) {
        return blanksForTabs.replace(' ', '\t');
    }
}
