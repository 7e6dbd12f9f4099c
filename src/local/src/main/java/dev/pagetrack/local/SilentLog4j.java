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
 * A log4j provider that writes nothing, used by DynamoDB Local if there is no other. Without any provider, log4j-api
 * prints an error to the console. If log4j-core is on the class path, it has the higher priority and is used instead.
 */
public final class SilentLog4j extends Provider {
    /** The lowest priority; log4j-core has 10. */
    private static final int PRIORITY = 0;
    /** The version of the API that all providers since log4j 2.6 name. */
    private static final String API = "2.6.0";

    /** Called by log4j's service loader. */
    public SilentLog4j() {
        super(PRIORITY, API, Factory.class);
    }

    /** Returns the same context for all callers. */
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
            // There is only one context, which is never removed.
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
