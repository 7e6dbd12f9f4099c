package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pagetrack.log.Field;
import dev.pagetrack.log.LineFormat;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.Rejection;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the views among the lines of log objects, one object after the other: the policy at work. It remembers what it
 * found out about paths, agents and referrers from one object to the next. Not thread-safe.
 */
public final class ViewFinder {

    private static final byte[] GET = ascii("GET");
    private static final byte[] GET_OBJECT = ascii(".GET.OBJECT");
    private static final byte[] OK = ascii("200");
    private static final byte[] NOT_MODIFIED = ascii("304");
    private static final byte[] HTML = ascii("text/html");
    private static final byte[][] EDGE_FAILURES = {
        ascii("Error"), ascii("Redirect"), ascii("LimitExceeded"), ascii("CapacityExceeded")
    };

    private final ViewPolicy policy;
    private final boolean identified;
    private final UserAgents userAgents = new UserAgents();
    private final Referrers referrers;
    private Pages pages;
    private RecordIds ids;

    private ViewFinder(ViewPolicy policy, boolean identified) {
        this.policy = policy;
        this.identified = identified;
        this.referrers = new Referrers(policy.hosts());
    }

    /** Finds views for the table. */
    public ViewFinder(ViewPolicy policy) {
        this(policy, true);
    }

    /** Finds views for those who only count them: their ids are empty, because making one takes longer than the rest. */
    public static ViewFinder withoutIds(ViewPolicy policy) {
        return new ViewFinder(policy, false);
    }

    /** Begins with a log object. */
    public void begin(LineFormat format) {
        if (pages == null || pages.decodings() != format.pathDecodings()) {
            pages = new Pages(policy.pages(), format.pathDecodings());
        }
        userAgents.told(format.tellsUserAgent());
        ids = identified ? new RecordIds() : null;
    }

    /** Decides on a request. The reasons against it are tried in the order of {@link Rejection}. */
    public Verdict decide(LogLine line) {
        var request = request(line);
        if (request != null) {
            return NoView.because(request);
        }
        // Without a path, "-" and an empty one would be the page "-" and the root.
        if (!line.has(Field.PATH)) {
            return NoView.because(Rejection.PATH);
        }
        var page = pages.of(line.bytes(), line.from(Field.PATH), line.to(Field.PATH));
        var refusal = page.refusal();
        if ((refusal == null || refusal == Rejection.EXCLUDED) && !isHtml(line)) {
            return NoView.because(Rejection.NOT_A_PAGE);
        }
        if (refusal != null) {
            return NoView.because(refusal);
        }
        var agent = userAgents.classify(line);
        return agent.refusal() == null ? view(line, page, agent) : NoView.because(agent.refusal());
    }

    private View view(LogLine line, Pages.Page page, UserAgents.Agent agent) {
        return new View(
                page.name(),
                line.epochSecond(),
                identified ? ids.of(line) : "",
                agent.browser(),
                Countries.of(line),
                referrers.host(line));
    }

    /** Why the request is no view whatever page it is for, or null. */
    private Rejection request(LogLine line) {
        if (line.has(Field.OPERATION) && !line.endsWith(Field.OPERATION, GET_OBJECT)) {
            return Rejection.OPERATION;
        }
        if (!line.is(Field.METHOD, GET)) {
            return Rejection.METHOD;
        }
        if (!line.is(Field.STATUS, OK) && !line.is(Field.STATUS, NOT_MODIFIED)) {
            return Rejection.STATUS;
        }
        for (var failure : EDGE_FAILURES) {
            if (line.is(Field.EDGE_RESULT, failure)) {
                return Rejection.EDGE_RESULT;
            }
        }
        if (!isOwnHost(line, policy.hosts())) {
            return Rejection.HOST;
        }
        boolean own = !policy.ignoredAddresses().isEmpty()
                && policy.ignoredAddresses().contains(line.text(Field.ADDRESS));
        return own ? Rejection.OWN_ADDRESS : null;
    }

    private static boolean isOwnHost(LogLine line, Set<String> hosts) {
        return hosts.isEmpty()
                || !line.has(Field.HOST)
                || hosts.contains(line.text(Field.HOST).toLowerCase(Locale.ROOT));
    }

    /** What has no extension may still be a feed or an image: the log knows, if it tells the content type. */
    private static boolean isHtml(LogLine line) {
        return !line.has(Field.CONTENT_TYPE) || line.startsWith(Field.CONTENT_TYPE, HTML);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
