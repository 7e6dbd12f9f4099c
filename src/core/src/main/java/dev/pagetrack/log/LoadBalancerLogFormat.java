package dev.pagetrack.log;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The access logs of Application Load Balancers: fields separated by blanks, in a fixed order, some of them quoted. AWS
 * appends new fields from time to time.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html">Access
 *     logs for your Application Load Balancer</a>
 */
public final class LoadBalancerLogFormat implements LogFormat {

    /** Type, time, load balancer, client, target and three processing times. */
    private static final Pattern LINE = Pattern.compile("(?:https?|h2|grpcs?|wss?) "
            + "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z \\S+ \\S+ \\S+ [0-9.-]+ [0-9.-]+ [0-9.-]+ ");

    @Override
    public String title() {
        return "Application Load Balancer access log";
    }

    /** Says nothing: {@link UnsupportedFormat} knows the formats that resemble this one. */
    @Override
    public Optional<String> refusal(LogHead head) {
        return Optional.empty();
    }

    @Override
    public Optional<LineFormat> recognise(LogHead head) {
        boolean known =
                head.lines().stream().anyMatch(line -> LINE.matcher(line).lookingAt());
        return known ? Optional.of(new LoadBalancerLines()) : Optional.empty();
    }
}
