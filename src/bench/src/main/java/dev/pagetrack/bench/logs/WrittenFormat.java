package dev.pagetrack.bench.logs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The log formats that are generated. */
public enum WrittenFormat {
    /** CloudFront's standard log, version 1, 33 fields. */
    CLOUDFRONT {
        @Override
        String head() {
            return "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem"
                    + " sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type"
                    + " x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol"
                    + " ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields"
                    + " c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len"
                    + " sc-range-start sc-range-end\n";
        }

        @Override
        String line(Request request) {
            var client = request.client();
            var result = request.status() >= 400 ? "Error" : request.status() == 301 ? "Redirect" : "Hit";
            var time = "0." + (100 + Math.floorMod(request.id().hashCode(), 900));
            return String.join(
                            "\t",
                            CLOUDFRONT_TIME.format(time(request)),
                            client.edge(),
                            Integer.toString(request.size() + 400),
                            client.address(),
                            request.method(),
                            "d111111abcdef8.cloudfront.net",
                            encodedOnceMore(request.path()),
                            Integer.toString(request.status()),
                            dash(encodedOnceMore(request.referrer())),
                            dash(encodedTwice(client.agent())),
                            dash(encodedOnceMore(request.query())),
                            "-",
                            result,
                            request.id(),
                            Blog.HOST,
                            "https",
                            Integer.toString(40 + request.path().length()),
                            time,
                            "-",
                            "TLSv1.3",
                            "TLS_AES_128_GCM_SHA256",
                            result,
                            client.protocol(),
                            "-",
                            "-",
                            Integer.toString(1024 + Math.floorMod(request.id().hashCode(), 64_000)),
                            time,
                            result,
                            request.type(),
                            dash(request.size() == 0 ? "" : Integer.toString(request.size())),
                            "-",
                            "-")
                    + "\n";
        }

        /** Encodes the percent sign of what the client encoded, as CloudFront does in every field. */
        private String encodedOnceMore(String sent) {
            return sent.replace("%", "%25");
        }

        /** Encodes twice, as CloudFront does in most logs: a space becomes {@code %2520}. */
        private String encodedTwice(String agent) {
            return agent.replace(" ", "%2520").replace("\"", "%2522").replace("~", "%257E");
        }
    },
    /** S3's server access log. */
    S3 {
        @Override
        String line(Request request) {
            var key = request.path().substring(1) + (request.path().endsWith("/") ? "index.html" : "");
            var size = request.size() == 0 ? "-" : Integer.toString(request.size());
            return "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be " + Blog.HOST + " ["
                    + CLF_TIME.format(time(request)) + "] " + request.client().address() + " - "
                    + request.id().substring(0, 16).toUpperCase(Locale.ROOT) + " WEBSITE." + request.method()
                    + ".OBJECT " + key.replace("%", "%25") + " \"" + request.method() + " " + request.target()
                    + " HTTP/1.1\" " + request.status() + " " + (request.status() == 404 ? "NoSuchKey " : "- ") + size
                    + " " + size + " " + (request.size() / 100 + 5) + " " + (request.size() / 110 + 4) + " \""
                    + dash(request.referrer()) + "\" \"" + dash(request.client().agent()) + "\" - " + request.id()
                    + " - - - " + Blog.HOST + ".s3-website-us-east-1.amazonaws.com - - -\n";
        }
    },
    /** The "combined" format of Apache and nginx. */
    COMBINED {
        @Override
        String line(Request request) {
            return request.client().address() + " - - [" + CLF_TIME.format(time(request)) + "] \"" + request.method()
                    + " " + request.target() + " " + request.client().protocol() + "\" " + request.status() + " "
                    + request.size() + " \"" + dash(request.referrer()) + "\" \""
                    + dash(request.client().agent())
                    + "\"\n";
        }
    };

    private static final DateTimeFormatter CLOUDFRONT_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd\tHH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLF_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss +0000", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** The header before the first line. */
    String head() {
        return "";
    }

    /** The line of a request, with its line end. */
    abstract String line(Request request);

    /** The name of the folder for logs of this format. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Instant time(Request request) {
        return Instant.ofEpochSecond(request.second());
    }

    private static String dash(String value) {
        return value.isEmpty() ? "-" : value;
    }
}
