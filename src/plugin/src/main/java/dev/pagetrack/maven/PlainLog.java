package dev.pagetrack.maven;

import dev.pagetrack.PlainText;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** A log of Maven that gets no invisible characters, wherever the text comes from. */
final class PlainLog implements Log {

    private final Log log;

    PlainLog(Log log) {
        this.log = log;
    }

    /** The text for a message; Maven accepts null. */
    private static @Nullable String plain(@Nullable CharSequence text) {
        return text == null ? null : PlainText.escaped(text.toString());
    }

    /** The same error, with messages that have no invisible characters, for its stack trace. */
    static Throwable plain(Throwable error) {
        var cause = error.getCause() == null ? null : plain(error.getCause());
        var text = error.toString();
        if (cause == error.getCause() && PlainText.escaped(text).equals(text)) {
            return error;
        }
        var plain = new RuntimeException(PlainText.escaped(text), cause);
        plain.setStackTrace(error.getStackTrace());
        return plain;
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence text) {
        log.debug(plain(text));
    }

    @Override
    public void debug(CharSequence text, Throwable error) {
        log.debug(plain(text), plain(error));
    }

    @Override
    public void debug(Throwable error) {
        log.debug(plain(error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence text) {
        log.info(plain(text));
    }

    @Override
    public void info(CharSequence text, Throwable error) {
        log.info(plain(text), plain(error));
    }

    @Override
    public void info(Throwable error) {
        log.info(plain(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence text) {
        log.warn(plain(text));
    }

    @Override
    public void warn(CharSequence text, Throwable error) {
        log.warn(plain(text), plain(error));
    }

    @Override
    public void warn(Throwable error) {
        log.warn(plain(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence text) {
        log.error(plain(text));
    }

    @Override
    public void error(CharSequence text, Throwable error) {
        log.error(plain(text), plain(error));
    }

    @Override
    public void error(Throwable error) {
        log.error(plain(error));
    }
}
