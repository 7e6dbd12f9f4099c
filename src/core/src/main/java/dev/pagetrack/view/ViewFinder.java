package dev.pagetrack.view;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.AsciiLiteral;
import dev.pagetrack.log.Field;
import dev.pagetrack.log.LineFormat;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.suspect.Suspicion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the views among the lines of log objects, according to the policy. It reads one object after the other, and
 * keeps its caches of paths, user agents and referrers from one object to the next. Not thread-safe.
 */
public final class ViewFinder {

    private static final AsciiLiteral GET = AsciiLiteral.of("GET");
    private static final AsciiLiteral GET_OBJECT = AsciiLiteral.of(".GET.OBJECT");
    private static final AsciiLiteral OK = AsciiLiteral.of("200");
    private static final AsciiLiteral NOT_MODIFIED = AsciiLiteral.of("304");
    private static final AsciiLiteral HTML = AsciiLiteral.of("text/html");
    /** The beginning of {@code application/xhtml+xml}: a literal has at most 16 bytes. */
    private static final AsciiLiteral XHTML = AsciiLiteral.of("application/xhtm");

    private static final AsciiLiteral ERROR = AsciiLiteral.of("Error");
    private static final AsciiLiteral REDIRECT = AsciiLiteral.of("Redirect");
    private static final AsciiLiteral LIMIT = AsciiLiteral.of("LimitExceeded");
    private static final AsciiLiteral EXCEEDED = AsciiLiteral.of("Exceeded");
    private static final AsciiLiteral GENERATED = AsciiLiteral.of("Response");

    private final ViewPolicy policy;
    private final boolean withIds;
    private final boolean anyHost;
    private final boolean anyAddress;
    private final long firstSecond;
    private final UserAgents userAgents = new UserAgents();
    private final Referrers referrers;
    private final int rejectedSuspicions;
    private boolean clientVersions;
    private int suspicions;
    private @Nullable Pages pages;
    private @Nullable RecordIds ids;

    private ViewFinder(ViewPolicy policy, boolean withIds) {
        this.policy = policy;
        this.withIds = withIds;
        this.anyHost = policy.hosts().isEmpty();
        this.anyAddress = policy.ignoredAddresses().isEmpty();
        this.firstSecond = policy.firstSecond();
        this.referrers = new Referrers(policy.hosts());
        this.rejectedSuspicions = policy.suspects().rejectingBits();
    }

    /** Finds views with ids, for the table. */
    public ViewFinder(ViewPolicy policy) {
        this(policy, true);
    }

    /** Finds views that are only counted. Their ids are empty, because an id costs a digest. */
    public static ViewFinder withoutIds(ViewPolicy policy) {
        return new ViewFinder(policy, false);
    }

    /** Begins a new log object. */
    public void begin(LineFormat format) {
        if (pages == null || pages.decodings() != format.pathDecodings()) {
            pages = new Pages(policy.pages(), format.pathDecodings());
        }
        userAgents.setLogged(format.hasUserAgent());
        clientVersions = format.hasClientVersions();
        ids = withIds ? new RecordIds() : null;
    }

    /**
     * Decides whether a request is a view. It checks the reasons for a rejection in the order of {@link Rejection}.
     *
     * <p>This is one long method on purpose: HotSpot does not inline methods of more than 325 bytes of bytecode, so it
     * compiles this method once, and not again in each caller. In a dry run of 2 million lines this saved 0.5 s of 1.8
     * s of compilation.
     */
    public Verdict decide(LogLine line) {
        if (line.has(Field.OPERATION) && !line.endsWith(Field.OPERATION, GET_OBJECT)) {
            return RejectedRequest.because(Rejection.OPERATION);
        }
        if (!line.is(Field.METHOD, GET)) {
            return RejectedRequest.because(Rejection.METHOD);
        }
        if (!line.is(Field.STATUS, OK) && !line.is(Field.STATUS, NOT_MODIFIED)) {
            return RejectedRequest.because(Rejection.STATUS);
        }
        if (isEdgeFailure(line)) {
            return RejectedRequest.because(Rejection.EDGE_RESULT);
        }
        if (!anyHost && line.has(Field.HOST) && !isOwnHost(line)) {
            return RejectedRequest.because(Rejection.HOST);
        }
        if (!anyAddress && isOwnAddress(line)) {
            return RejectedRequest.because(Rejection.OWN_ADDRESS);
        }
        boolean signed = Requesters.isSigned(line);
        if (signed && !Requesters.isCloudFront(line)) {
            return RejectedRequest.because(Rejection.SIGNED);
        }
        // Otherwise a missing path, which is "-" or empty, would count as the page "-" or as the root.
        if (!line.has(Field.PATH)) {
            return RejectedRequest.because(Rejection.PATH);
        }
        // The content type tells what the response was, if the log has it. Otherwise the path tells it.
        boolean typed = line.has(Field.CONTENT_TYPE);
        boolean html =
                !typed || line.startsWith(Field.CONTENT_TYPE, HTML) || line.startsWith(Field.CONTENT_TYPE, XHTML);
        var all = requireNonNull(pages, "begin was not called");
        var page = typed && html
                ? all.ofHtml(line.bytes(), line.from(Field.PATH), line.to(Field.PATH))
                : all.of(line.bytes(), line.from(Field.PATH), line.to(Field.PATH));
        if (!html && page.rejection() != Rejection.PATH) {
            return RejectedRequest.because(Rejection.NOT_A_PAGE);
        }
        if (page.rejection() != null) {
            return RejectedRequest.because(page.rejection());
        }
        if (signed) {
            return RejectedRequest.because(Rejection.ORIGIN_FETCH);
        }
        var agent = userAgents.classify(line);
        if (agent.rejection() != null) {
            return RejectedRequest.because(agent.rejection());
        }
        suspicions = policy.suspects().suspicions(line, agent.facts(), clientVersions);
        if ((suspicions & rejectedSuspicions) != 0) {
            return RejectedRequest.because(
                    Suspicion.first(suspicions & rejectedSuspicions).rejection());
        }
        return line.epochSecond() < firstSecond
                ? RejectedRequest.because(Rejection.BEFORE_CUTOVER)
                : view(line, page, agent);
    }

    /**
     * What is suspicious about the request that was decided last, if it is a view: a bit set of {@link Suspicion}. None
     * of them is one that rejects.
     */
    public int suspicions() {
        return suspicions;
    }

    private View view(LogLine line, Pages.Page page, UserAgents.Agent agent) {
        return new View(
                page.name(),
                line.epochSecond(),
                ids == null ? "" : ids.of(line),
                agent.browser(),
                Countries.of(line),
                referrers.host(line));
    }

    /**
     * Whether CloudFront's result shows no page of the site. The docs have a table of all results ("Logs and views").
     * Compares by length first. Results that show a page have other lengths: Hit, Miss, RefreshHit, OriginShieldHit.
     */
    private static boolean isEdgeFailure(LogLine line) {
        return switch (line.length(Field.EDGE_RESULT)) {
            case 5 -> line.is(Field.EDGE_RESULT, ERROR);
            case 8 -> line.is(Field.EDGE_RESULT, REDIRECT);
            case 13 -> line.is(Field.EDGE_RESULT, LIMIT);
            case 0, 1, 2, 3, 4, 6, 7, 9, 10, 11, 12, 14, 15 -> false;
            default ->
                line.endsWith(Field.EDGE_RESULT, EXCEEDED)
                        || line.endsWith(Field.EDGE_RESULT, ERROR)
                        || line.endsWith(Field.EDGE_RESULT, GENERATED);
        };
    }

    private boolean isOwnHost(LogLine line) {
        return policy.hosts().contains(line.text(Field.HOST).toLowerCase(Locale.ROOT));
    }

    private boolean isOwnAddress(LogLine line) {
        return policy.ignoredAddresses().contains(line.text(Field.ADDRESS));
    }
}
