package dev.pagetrack.log;

import java.util.List;
import java.util.Optional;

/** A log format, which recognises its logs by their first bytes. CONTRIBUTING.md says how to add one. */
public interface LogFormat {

    /** The formats that pagetrack reads. */
    List<LogFormat> ALL = List.of(
            new CloudFrontLogFormat(),
            new CloudFrontJsonLogFormat(),
            new S3AccessLogFormat(),
            new LoadBalancerLogFormat(),
            new CombinedLogFormat());

    /** The name of the format for users. */
    String title();

    /**
     * Recognises a log object of this format by its beginning. Any of its lines may tell the format, because others may
     * be damaged.
     *
     * @return the reader of its lines, or empty if the log has another format
     */
    Optional<LineFormat> recognise(LogHead head);

    /**
     * Why a log object that resembles this format is not read, to follow its name, and what to do; empty if it does not
     * resemble it.
     */
    Optional<String> refusal(LogHead head);
}
