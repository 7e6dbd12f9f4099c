package dev.pagetrack.log;

import java.util.List;
import java.util.Optional;

/** A log format, which recognises its logs by their first bytes. CONTRIBUTING.md says how to add one. */
public interface LogFormat {

    /** How many bytes at the beginning of a log object are used to recognise its format. */
    int HEAD_BYTES = 16 * 1024;

    /** How many lines a format without a header may try to recognise: the first lines may be damaged. */
    int TRIED_LINES = 10;

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
     * Recognises a log object of this format by its first bytes.
     *
     * @param head the first bytes, at most {@link #HEAD_BYTES}; they may end within a line
     * @return the reader of its lines, or empty if the log has another format
     */
    Optional<LineFormat> recognise(byte[] head);
}
