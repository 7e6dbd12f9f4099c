package dev.pagetrack.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.log.LineFormat;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.LogVisitor;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.page.PagePatterns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewFinderTest {

    private static final String FIELDS = "#Fields: date time x-edge-location c-ip cs-method x-host-header cs-uri-stem"
            + " sc-status cs(Referer) cs(User-Agent) x-edge-result-type x-edge-request-id sc-content-type";
    private static final String AGENT =
            "Mozilla/5.0%20(X11;%20Linux%20x86_64)%20AppleWebKit/537.36%20(KHTML,%20like%20Gecko)"
                    + "%20Chrome/121.0.0.0%20Safari/537.36";
    private static final String[] VIEW = {
        "2026-05-03",
        "12:17:39",
        "FRA56-P2",
        "192.0.2.7",
        "GET",
        "blog.example.com",
        "/blog/x/",
        "200",
        "https://www.google.com/search?q=x",
        AGENT,
        "Hit",
        "id-1",
        "text/html"
    };
    private static final int ADDRESS = 3;
    private static final int METHOD = 4;
    private static final int HOST = 5;
    private static final int PATH = 6;
    private static final int STATUS = 7;
    private static final int REFERRER = 8;
    private static final int USER_AGENT = 9;
    private static final int RESULT = 10;
    private static final int ID = 11;
    private static final int TYPE = 12;

    @Test
    void keepsOnlyImpersonalDataOfAView() throws IOException {
        var view = (View) decide(ViewPolicy.DEFAULT, VIEW);
        assertThat(view.page()).isEqualTo("blog/x/");
        assertThat(view.second()).isEqualTo(1777810659);
        assertThat(view.month()).hasToString("2026-05");
        assertThat(view.day()).isEqualTo(3);
        assertThat(view.browser()).isEqualTo("Chrome");
        assertThat(view.country()).isEqualTo("DE");
        assertThat(view.referrer()).isEqualTo("google.com");
        assertThat(view.id()).hasSize(39).containsOnlyDigits();
    }

    @Test
    void rejectsARequestThatIsNotAViewForTheFirstReasonThatApplies() throws IOException {
        assertThat(reason(METHOD, "HEAD")).isEqualTo(Rejection.METHOD);
        assertThat(reason(METHOD, "POST")).isEqualTo(Rejection.METHOD);
        assertThat(reason(STATUS, "404")).isEqualTo(Rejection.STATUS);
        assertThat(reason(STATUS, "206")).isEqualTo(Rejection.STATUS);
        assertThat(reason(STATUS, "-")).isEqualTo(Rejection.STATUS);
        assertThat(reason(TYPE, "application/xml")).isEqualTo(Rejection.NOT_A_PAGE);
        assertThat(reason(PATH, "/blog/../x")).isEqualTo(Rejection.PATH);
        assertThat(reason(PATH, "/../site.css")).isEqualTo(Rejection.PATH);
        assertThat(reason(PATH, "-")).isEqualTo(Rejection.PATH);
        assertThat(reason(PATH, "")).isEqualTo(Rejection.PATH);
        assertThat(reason(USER_AGENT, "-")).isEqualTo(Rejection.EMPTY_USER_AGENT);
        assertThat(reason(USER_AGENT, "Amazon%20CloudFront")).isEqualTo(Rejection.ORIGIN_FETCH);
        assertThat(reason(USER_AGENT, "Mozilla/5.0%20(compatible;%20Googlebot/2.1)"))
                .isEqualTo(Rejection.BOT);
        assertThat(reason(USER_AGENT, "Mozilla/5.0%2520(compatible;%2520bingbot/2.0)"))
                .isEqualTo(Rejection.BOT);
        assertThat(reason(USER_AGENT, "curl/7.88.1")).isEqualTo(Rejection.BOT);
    }

    @ParameterizedTest
    @CsvSource({
        "Hit, ",
        "RefreshHit, ",
        "OriginShieldHit, ",
        "Miss, ",
        "-, ",
        "SomethingNew, ",
        "Error, EDGE_RESULT",
        "Redirect, EDGE_RESULT",
        "LimitExceeded, EDGE_RESULT",
        "CapacityExceeded, EDGE_RESULT",
        "FunctionGeneratedResponse, EDGE_RESULT",
        "FunctionExecutionError, EDGE_RESULT",
        "FunctionThrottledError, EDGE_RESULT",
        "LambdaGeneratedResponse, EDGE_RESULT",
        "LambdaExecutionError, EDGE_RESULT",
        "LambdaValidationError, EDGE_RESULT",
        "LambdaLimitExceeded, EDGE_RESULT",
    })
    void decidesEachResultOfCloudFront(String result, @Nullable Rejection rejection) throws IOException {
        assertThat(decide(ViewPolicy.DEFAULT, with(RESULT, result)))
                .satisfies(verdict -> assertThat(reason(verdict)).isEqualTo(rejection));
    }

    /** The content type of the response tells whether it is a page; without it, the path does. */
    @ParameterizedTest
    @CsvSource({
        "/blog/node.js, text/html, blog/node.js",
        "/posts/release-2.0, text/html;%20charset=utf-8, posts/release-2.0",
        "/blog/\uD83D\uDE00.x, application/xhtml+xml, blog/\uD83D\uDE00.x",
        "/blog/node.js, text/javascript, ",
        "/blog/node.js, -, ",
        "/posts/release-2.0, -, ",
        "/posts/release-2.0, '', ",
        "/posts/release-2.0/, -, posts/release-2.0/",
        "/feed/, application/xml, ",
        "/x.HTML, -, x.HTML",
    })
    void tellsPagesByContentTypeOrPath(String path, String type, @Nullable String page) throws IOException {
        var line = with(PATH, path);
        line[TYPE] = type;
        assertThat(pageOrReason(decide(ViewPolicy.DEFAULT, line))).isEqualTo(page == null ? "not-a-page" : page);
    }

    @Test
    void countsPagesThatLookLikeFilesIfTheOwnerNamesThem() throws IOException {
        var pages = PagePolicy.of(
                PagePatterns.of(List.of(), List.of("posts/release-0.*")),
                List.of("/posts/release-*", "caf\u00e9.js"),
                false);
        var policy = new ViewPolicy(Set.of(), pages, AddressRanges.NONE, Optional.empty());
        for (var path : List.of("/posts/release-2.0", "/cafe\u0301.js")) {
            var line = with(PATH, path);
            line[TYPE] = "-";
            assertThat(decide(policy, line)).isInstanceOf(View.class);
        }
        for (var path : List.of("/posts/other-2.0", "/caf\u00e9.css")) {
            var line = with(PATH, path);
            line[TYPE] = "-";
            assertThat(pageOrReason(decide(policy, line))).isEqualTo("not-a-page");
        }
        var excluded = with(PATH, "/posts/release-0.9");
        excluded[TYPE] = "-";
        assertThat(pageOrReason(decide(policy, excluded))).isEqualTo("excluded");
    }

    @Test
    void mergesSlashesIfTheOwnerSaysThatTheServerDoes() throws IOException {
        var line = with(PATH, "//blog//x/");
        assertThat(pageOrReason(decide(ViewPolicy.DEFAULT, line))).isEqualTo("path");
        var merging = new ViewPolicy(
                Set.of(), PagePolicy.of(PagePatterns.ALL, List.of(), true), AddressRanges.NONE, Optional.empty());
        assertThat(pageOrReason(decide(merging, line))).isEqualTo("blog/x/");
    }

    private static @Nullable Rejection reason(Verdict verdict) {
        return verdict instanceof RejectedRequest rejected ? rejected.reason() : null;
    }

    private static String pageOrReason(Verdict verdict) {
        return verdict instanceof View view
                ? view.page()
                : ((RejectedRequest) verdict).reason().label();
    }

    @Test
    void checksTheReasonsInTheirOrder() throws IOException {
        var policy = new ViewPolicy(
                Set.of("blog.example.com"),
                PagePatterns.of(List.of(), List.of("drafts/**")),
                AddressRanges.of(List.of("203.0.113.7")));
        var line = VIEW.clone();
        line[METHOD] = "HEAD";
        line[STATUS] = "502";
        line[RESULT] = "Error";
        line[HOST] = "d111.cloudfront.net";
        line[ADDRESS] = "203.0.113.7";
        line[PATH] = "/../x.css";
        line[USER_AGENT] = "-";
        var reasons = new ArrayList<Rejection>();
        for (var mended : List.of(METHOD, STATUS, RESULT, HOST, ADDRESS)) {
            reasons.add(((RejectedRequest) decide(policy, line)).reason());
            line[mended] = VIEW[mended];
        }
        for (var path : List.of("/../x.css", "/drafts/x.css", "/drafts/x", "/x")) {
            line[PATH] = path;
            line[TYPE] = path.endsWith(".css") ? "text/css" : "text/html";
            reasons.add(((RejectedRequest) decide(policy, line)).reason());
        }
        assertThat(reasons)
                .containsExactly(
                        Rejection.METHOD,
                        Rejection.STATUS,
                        Rejection.EDGE_RESULT,
                        Rejection.HOST,
                        Rejection.OWN_ADDRESS,
                        Rejection.PATH,
                        Rejection.NOT_A_PAGE,
                        Rejection.EXCLUDED,
                        Rejection.EMPTY_USER_AGENT)
                .isSorted();
    }

    @Test
    void countsEveryPathOfAPage() throws IOException {
        for (var path :
                List.of("/", "/index.html", "/about.html", "/old.HTM", "/blog", "/blog/", "/v1.2/", "/caf%C3%A9/")) {
            assertThat(decide(ViewPolicy.DEFAULT, with(PATH, path))).as(path).isInstanceOf(View.class);
        }
        assertThat(decide(ViewPolicy.DEFAULT, with(STATUS, "304"))).isInstanceOf(View.class);
        assertThat(decide(ViewPolicy.DEFAULT, with(TYPE, "-"))).isInstanceOf(View.class);
        assertThat(decide(ViewPolicy.DEFAULT, with(TYPE, "text/html;%20charset=utf-8")))
                .isInstanceOf(View.class);
    }

    @Test
    void rejectsOtherHostsIgnoredAddressesAndExcludedPagesIfSet() throws IOException {
        var policy = new ViewPolicy(
                Set.of("Blog.Example.com"),
                PagePatterns.of(List.of("/blog/**"), List.of("blog/drafts/*")),
                AddressRanges.of(List.of("203.0.113.0/24", "2001:db8::/32")));
        assertThat(decide(policy, VIEW)).isInstanceOf(View.class);
        assertThat(decide(policy, with(HOST, "d111.cloudfront.net"))).isEqualTo(new RejectedRequest(Rejection.HOST));
        assertThat(decide(policy, with(ADDRESS, "203.0.113.77"))).isEqualTo(new RejectedRequest(Rejection.OWN_ADDRESS));
        assertThat(decide(policy, with(ADDRESS, "2001:db8:1::7")))
                .isEqualTo(new RejectedRequest(Rejection.OWN_ADDRESS));
        assertThat(decide(policy, with(ADDRESS, "2001:db9::7"))).isInstanceOf(View.class);
        assertThat(decide(policy, with(PATH, "/about/"))).isEqualTo(new RejectedRequest(Rejection.EXCLUDED));
        assertThat(decide(policy, with(PATH, "/blog/drafts/x"))).isEqualTo(new RejectedRequest(Rejection.EXCLUDED));
        assertThat(decide(policy, with(PATH, "/blog/drafts/x/y"))).isInstanceOf(View.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://blog.example.com", "blog.example.com/", "blog.example.com, www.example.com", ""})
    void rejectsAnInvalidHostName(String host) {
        assertThatThrownBy(() -> new ViewPolicy(Set.of(host), PagePatterns.ALL, AddressRanges.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("<hosts> (pagetrack.hosts) holds '" + host + "', which is not a host name");
    }

    @Test
    void storesOnlyPlausibleHostsAsReferrers() throws IOException {
        assertThat(referrer("-")).isEmpty();
        assertThat(referrer("https://blog.example.com/other/")).isEmpty();
        assertThat(referrer("http://News.Ycombinator.com:80/item?id=1")).isEqualTo("news.ycombinator.com");
        assertThat(referrer("https://news.example?q")).isEqualTo("news.example");
        assertThat(referrer("https://news.example/\u00C5rsta")).isEqualTo("news.example");
        assertThat(referrer("https://<script>/")).isEqualTo("other");
        assertThat(referrer("https://" + "a".repeat(70) + ".com/")).isEqualTo("other");
        assertThat(referrer("android-app://com.google/")).isEqualTo("other");
    }

    @Test
    void identifiesARecordByItsRequestIdAlone() throws IOException {
        var same = with(REFERRER, "-");
        var other = with(ID, "id-2");
        assertThat(id(same)).isEqualTo(id(VIEW)).isNotEqualTo(id(other));
    }

    @Test
    void countsGetsOfObjectsInS3AndDecodesKeysTwice() throws IOException {
        var view =
                "WEBSITE.GET.OBJECT blog/f%25C3%25BCr/index.html \"GET /blog/f%C3%BCr/ HTTP/1.1\" 200 - 1 1 7 1 \"-\" \"Firefox/122.0\"";
        assertThat(((View) decideS3(view)).page()).isEqualTo("blog/für/");
        assertThat(decideS3(view.replace("WEBSITE", "REST"))).isInstanceOf(View.class);
        assertThat(decideS3(view.replace("GET.OBJECT", "GET.OBJECT_TAGGING")))
                .isEqualTo(new RejectedRequest(Rejection.OPERATION));
        assertThat(decideS3(view.replace("blog/f%25C3%25BCr/index.html", "-")))
                .isEqualTo(new RejectedRequest(Rejection.PATH));
        assertThat(decideS3(view.replace("Firefox/122.0", "Amazon CloudFront")))
                .isEqualTo(new RejectedRequest(Rejection.ORIGIN_FETCH));
    }

    @Test
    void countsNoRequestToS3ThatSomebodySigned() throws IOException {
        var owner = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";
        assertThat(signed(owner, "S3Console/0.4")).isEqualTo(Rejection.SIGNED);
        assertThat(signed("arn:aws:sts::123456789012:assumed-role/deploy/1", "Firefox/122.0"))
                .isEqualTo(Rejection.SIGNED);
        assertThat(signed(owner, "Amazon CloudFront")).isEqualTo(Rejection.ORIGIN_FETCH);
        assertThat(signed("svc:cloudfront.amazonaws.com", "Firefox/122.0")).isEqualTo(Rejection.ORIGIN_FETCH);
        assertThat(signed("arn:aws-cn:iam::cloudfront:user/CloudFront Origin Access Identity E1", "-"))
                .isEqualTo(Rejection.ORIGIN_FETCH);
        for (var nobody : List.of("-", "Anonymous", "anonymous", "65a011a29cdf8ec533ec3d1ccaae921c")) {
            assertThat(decideS3(nobody, "WEBSITE.GET.OBJECT x.html \"GET /x.html HTTP/1.1\" 200", "Firefox/122.0"))
                    .as(nobody)
                    .isInstanceOf(View.class);
        }
    }

    @Test
    void checksInTheirOrderWhoSignedARequestToS3() throws IOException {
        var owner = "arn:aws:iam::123456789012:user/owner";
        var cloudFront = "svc:cloudfront.amazonaws.com";
        var missing = "REST.GET.OBJECT x.html \"GET /x.html HTTP/1.1\" 404";
        var image = "REST.GET.OBJECT x.png \"GET /x.png HTTP/1.1\" 200";
        assertThat(decideS3(owner, missing, "M")).isEqualTo(new RejectedRequest(Rejection.STATUS));
        assertThat(decideS3(owner, image, "M")).isEqualTo(new RejectedRequest(Rejection.SIGNED));
        assertThat(decideS3(cloudFront, missing, "M")).isEqualTo(new RejectedRequest(Rejection.STATUS));
        assertThat(decideS3(cloudFront, image, "M")).isEqualTo(new RejectedRequest(Rejection.NOT_A_PAGE));
    }

    private static Rejection signed(String requester, String agent) throws IOException {
        var request = "REST.GET.OBJECT x.html \"GET /x.html HTTP/1.1\" 200";
        return ((RejectedRequest) decideS3(requester, request, agent)).reason();
    }

    private static Verdict decideS3(String requester, String request, String agent) throws IOException {
        var line = "79a59df900b9 www.example.com [03/May/2026:12:17:39 +0000] 192.0.2.3 " + requester
                + " 3E57427F3EXAMPLE " + request + " - 1 1 7 1 \"-\" \"" + agent + "\" -";
        return decideAll(ViewPolicy.DEFAULT, line).get(0);
    }

    @Test
    void decodesTheHostOfAReferrer() throws IOException {
        // CloudFront encodes "#", and what the client encoded once more.
        assertThat(referrer("https://example.org%23top")).isEqualTo("example.org");
        assertThat(referrer("https://example.org%2523top")).isEqualTo("example.org");
        assertThat(referrer("https://ex%2561mple.org/")).isEqualTo("example.org");
        assertThat(referrer("https://example.org%252Fx")).isEqualTo("example.org");
        assertThat(referrer("https://100%25.example.org/")).isEqualTo("other");
    }

    @Test
    void storesNoReferrerForTheHostsOfTheSite() throws IOException {
        var policy = new ViewPolicy(Set.of("blog.example.com", "example.org"), PagePatterns.ALL, AddressRanges.NONE);
        assertThat(((View) decide(policy, with(REFERRER, "https://Example.org/x"))).referrer())
                .isEmpty();
        assertThat(referrer("https://example.org/x")).isEqualTo("example.org");
    }

    @Test
    void treatsTheSiteWithAndWithoutWwwAsTheSame() throws IOException {
        var hosts = new ViewPolicy(
                Set.of("blog.example.com", "www.example.org", "example.net:8080"),
                PagePatterns.ALL,
                AddressRanges.NONE);
        for (var own : List.of("example.org", "www.example.org", "www.example.net", "example.net:8080")) {
            assertThat(((View) decide(hosts, with(REFERRER, "https://" + own + "/x"))).referrer())
                    .as(own)
                    .isEmpty();
        }
        assertThat(referrer("https://www.blog.example.com/x")).isEmpty();
        var requested = with(REFERRER, "https://example.com/x");
        requested[HOST] = "www.example.com";
        assertThat(((View) decide(ViewPolicy.DEFAULT, requested)).referrer()).isEmpty();
    }

    @Test
    void storesNoSpamHostsAsReferrers() throws IOException {
        assertThat(referrer("https://semalt.com/")).isEqualTo("other");
        assertThat(referrer("http://9946554.SEMALT.com/crawler.php?u=https://blog.example.com"))
                .isEqualTo("other");
    }

    @Test
    void countsEachOfEqualLinesWithoutARequestId() throws IOException {
        var line = with(ID, "-");
        var verdicts = decideAll(ViewPolicy.DEFAULT, line, line, line);
        assertThat(verdicts).doesNotHaveDuplicates().hasSize(3);
        assertThat(decideAll(ViewPolicy.DEFAULT, line, line, line)).isEqualTo(verdicts);
    }

    private static Rejection reason(int field, String value) throws IOException {
        return ((RejectedRequest) decide(ViewPolicy.DEFAULT, with(field, value))).reason();
    }

    private static String referrer(String value) throws IOException {
        return ((View) decide(ViewPolicy.DEFAULT, with(REFERRER, value))).referrer();
    }

    private static String id(String[] line) throws IOException {
        return ((View) decide(ViewPolicy.DEFAULT, line)).id();
    }

    private static String[] with(int field, String value) {
        var line = VIEW.clone();
        line[field] = value;
        return line;
    }

    private static Verdict decide(ViewPolicy policy, String[] line) throws IOException {
        return decideAll(policy, line).get(0);
    }

    private static List<Verdict> decideAll(ViewPolicy policy, String[]... lines) throws IOException {
        var text = new StringBuilder(FIELDS);
        for (var line : lines) {
            text.append('\n').append(String.join("\t", line));
        }
        return decideAll(policy, text.toString());
    }

    @Test
    void keepsNothingOfALogThatAffectsTheNext() throws IOException {
        var finder = new ViewFinder(ViewPolicy.DEFAULT);
        var combined = "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"GET /a%2520b/ HTTP/1.1\" 200 1";
        var s3 = "79a59df900b9 www.example.com [03/May/2026:12:17:39 +0000] 192.0.2.3 - 3E57427F3EXAMPLE"
                + " WEBSITE.GET.OBJECT a%2520b/index.html \"GET /a%20b/ HTTP/1.1\" 200 - 1 1 7 1 \"-\" \"Firefox/1\" -";
        for (int i = 0; i < 2; i++) {
            assertThat(decideAll(finder, combined + " \"-\" \"-\""))
                    .containsExactly(new RejectedRequest(Rejection.EMPTY_USER_AGENT));
            assertThat(decideAll(finder, combined)).extracting("page").containsExactly("a%2520b/");
            assertThat(decideAll(finder, s3)).extracting("page").containsExactly("a b/");
        }
    }

    @Test
    void numbersEqualLinesOfEachLogFromTheStart() throws IOException {
        var finder = new ViewFinder(ViewPolicy.DEFAULT);
        var line = "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"GET /a/ HTTP/1.1\" 200 1";
        var log = line + "\n" + line;
        assertThat(decideAll(finder, log)).doesNotHaveDuplicates().isEqualTo(decideAll(finder, log));
    }

    @Test
    void leavesIdsEmptyIfViewsAreOnlyCounted() throws IOException {
        var line = "192.0.2.1 - - [03/May/2026:12:17:39 +0000] \"GET /a/ HTTP/1.1\" 200 1";
        var view = (View) decideAll(ViewPolicy.DEFAULT, line).get(0);
        assertThat(decideAll(ViewFinder.withoutIds(ViewPolicy.DEFAULT), line))
                .containsExactly(
                        new View(view.page(), view.second(), "", view.browser(), view.country(), view.referrer()));
    }

    private static Verdict decideS3(String request) throws IOException {
        var head = "79a59df900b9 www.example.com [03/May/2026:12:17:39 +0000] 192.0.2.3 - 3E57427F3EXAMPLE ";
        return decideAll(ViewPolicy.DEFAULT, head + request).get(0);
    }

    private static List<Verdict> decideAll(ViewPolicy policy, String log) throws IOException {
        return decideAll(new ViewFinder(policy), log);
    }

    private static List<Verdict> decideAll(ViewFinder finder, String log) throws IOException {
        var verdicts = new ArrayList<Verdict>();
        LogReader.read(TestLogs.of("log", log), new LogVisitor() {
            @Override
            public void passedOver(String what) {
                throw new AssertionError(what);
            }

            @Override
            public void format(LineFormat format) {
                finder.begin(format);
            }

            @Override
            public void request(LogLine line, long number) {
                verdicts.add(finder.decide(line));
            }

            @Override
            public void rejected(Rejection reason, long number) {
                verdicts.add(new RejectedRequest(reason));
            }
        });
        return verdicts;
    }
}
