package dev.pagetrack.log;

import java.util.List;
import java.util.Optional;

/** A log format: it knows its own by their first bytes. Adding one is adding one class, and a line here. */
public interface LogFormat {

    /** How many bytes of a log object are enough to recognise its format. */
    int HEAD_BYTES = 16 * 1024;

    /** How many lines a format may try that has nothing but its lines to be known by: the first may be damaged. */
    int TRIED_LINES = 10;

    /** Those pagetrack reads. */
    List<LogFormat> ALL = List.of(
            new CloudFrontLogFormat(),
            new CloudFrontJsonLogFormat(),
            new S3AccessLogFormat(),
            new LoadBalancerLogFormat(),
            new CombinedLogFormat());

    /** What users call it. */
    String title();

    /**
     * Recognises the format by a log object's first bytes.
     *
     * @param head at most {@link #HEAD_BYTES}; it may end within a line
     * @return how its lines read, or empty if it is of another format
     */
    Optional<LineFormat> recognise(byte[] head);
}
