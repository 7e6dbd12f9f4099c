package dev.pagetrack.view;

import dev.pagetrack.log.Field;
import dev.pagetrack.log.LogLine;
import java.util.Locale;
import java.util.Set;

/**
 * Tells who signed a request to S3. A browser signs nothing: a signed request comes from a tool of the bucket's owner,
 * or from CloudFront when it fetches from its origin.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html">Amazon S3 server access log
 *     format: requester</a>
 */
final class Requesters {

    /** How logs named nobody before they wrote {@code -}: a word, or the canonical user id that S3 gives to nobody. */
    private static final Set<String> NOBODY = Set.of("anonymous", "65a011a29cdf8ec533ec3d1ccaae921c");

    /** The service that signs with an origin access control. */
    private static final String ORIGIN_ACCESS_CONTROL = "svc:cloudfront.amazonaws.com";

    /** A part of the ARN of each origin access identity, in every partition of AWS. */
    private static final String ORIGIN_ACCESS_IDENTITY = ":iam::cloudfront:user/";

    private Requesters() {}

    static boolean isSigned(LogLine line) {
        return line.has(Field.REQUESTER)
                && !NOBODY.contains(line.text(Field.REQUESTER).toLowerCase(Locale.ROOT));
    }

    /** Whether CloudFront signed a request. An old log may name an origin access identity by its canonical user id. */
    static boolean isCloudFront(LogLine line) {
        var requester = line.text(Field.REQUESTER);
        return requester.equals(ORIGIN_ACCESS_CONTROL)
                || requester.contains(ORIGIN_ACCESS_IDENTITY)
                || line.text(Field.USER_AGENT).equals(UserAgents.CLOUDFRONT);
    }
}
