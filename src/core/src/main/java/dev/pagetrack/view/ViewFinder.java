package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pagetrack.log.Field;
import dev.pagetrack.log.LineFormat;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.page.PagePath;
import dev.pagetrack.page.PagePathResult;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the views among the lines of one log object: the policy at work. Not thread-safe. */
public final class ViewFinder {

    private static final byte[] GET = ascii("GET");
    private static final byte[] GET_OBJECT = ascii(".GET.OBJECT");
    private static final byte[] OK = ascii("200");
    private static final byte[] NOT_MODIFIED = ascii("304");
    private static final byte[] HTML = ascii("text/html");
    private static final List<byte[]> EDGE_FAILURES =
            List.of(ascii("Error"), ascii("Redirect"), ascii("LimitExceeded"), ascii("CapacityExceeded"));

    private final ViewPolicy policy;
    private final int pathDecodings;
    private final Remembered<PagePathResult> pages = new Remembered<>();
    private final UserAgents userAgents;
    private final RecordIds ids = new RecordIds();

    public ViewFinder(ViewPolicy policy, LineFormat format) {
        this.policy = policy;
        this.pathDecodings = format.pathDecodings();
        this.userAgents = new UserAgents(format.tellsUserAgent());
    }

    /** Decides on a request. The reasons against it are tried in the order of {@link Rejection}. */
    public Verdict decide(LogLine line) {
        var request = request(line);
        if (request != null) {
            return NoView.because(request);
        }
        // Without a path, "-" and an empty one would be the page "-" and the root.
        if (!line.has(Field.PATH) || !(page(line) instanceof PagePath page)) {
            return NoView.because(Rejection.PATH);
        }
        if (!looksLikePage(page.value()) || !isHtml(line)) {
            return NoView.because(Rejection.NOT_A_PAGE);
        }
        if (!policy.pages().matches(page.value())) {
            return NoView.because(Rejection.EXCLUDED);
        }
        var agent = userAgents.classify(line);
        return agent.refusal() == null ? view(line, page, agent) : NoView.because(agent.refusal());
    }

    private View view(LogLine line, PagePath page, UserAgents.Agent agent) {
        return new View(
                page.value(),
                line.epochSecond(),
                ids.of(line),
                agent.browser(),
                Countries.of(line),
                Referrers.host(line, policy.hosts()));
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

    private PagePathResult page(LogLine line) {
        return pages.get(
                line.text(Field.PATH),
                () -> PagePath.of(line.bytes(), line.from(Field.PATH), line.to(Field.PATH), pathDecodings));
    }

    /** A page ends in a slash or {@code .html}, or its last segment has no extension. */
    private static boolean looksLikePage(String page) {
        var name = page.substring(page.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return !name.contains(".") || name.endsWith(".html") || name.endsWith(".htm");
    }

    /** What has no extension may still be a feed or an image: the log knows, if it tells the content type. */
    private static boolean isHtml(LogLine line) {
        return !line.has(Field.CONTENT_TYPE) || line.startsWith(Field.CONTENT_TYPE, HTML);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
