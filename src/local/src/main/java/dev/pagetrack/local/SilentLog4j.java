package dev.pagetrack.local;

import java.net.URI;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.simple.SimpleLogger;
import org.apache.logging.log4j.simple.SimpleLoggerContext;
import org.apache.logging.log4j.spi.ExtendedLogger;
import org.apache.logging.log4j.spi.LoggerContext;
import org.apache.logging.log4j.spi.LoggerContextFactory;
import org.apache.logging.log4j.spi.Provider;
import org.apache.logging.log4j.util.PropertiesUtil;

/**
 * The log4j that DynamoDB Local finds when there is no other: one that writes nothing. Without it, log4j-api alone
 * complains on the console; with log4j-core on the class path, that one has the higher priority and is used.
 */
public final class SilentLog4j extends Provider {
    /** The lowest there is; log4j-core has 10. */
    private static final int PRIORITY = 0;
    /** The name of the API since log4j 2.6, as all providers give it. */
    private static final String API = "2.6.0";

    /** Called by log4j's service loader. */
    public SilentLog4j() {
        super(PRIORITY, API, Factory.class);
    }

    /** Gives one context to all. */
    public static final class Factory implements LoggerContextFactory {
        private final LoggerContext context = new Context();

        /** Called by log4j. */
        public Factory() {}

        @Override
        public LoggerContext getContext(String caller, ClassLoader loader, Object external, boolean current) {
            return context;
        }

        @Override
        public LoggerContext getContext(
                String caller, ClassLoader loader, Object external, boolean current, URI location, String name) {
            return context;
        }

        @Override
        public void removeContext(LoggerContext removed) {
            // There is but one.
        }
    }

    private static final class Context extends SimpleLoggerContext {
        private final SimpleLogger off = new SimpleLogger(
                "off", Level.OFF, false, false, false, false, "", null, PropertiesUtil.getProperties(), System.err);

        @Override
        public ExtendedLogger getLogger(String name) {
            return off;
        }
    }
}
