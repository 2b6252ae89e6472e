package org.clearancedesk.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What the desk writes into its log during a story, with everything that stands in a line. */
public final class LogLines implements BeforeEachCallback, AfterEachCallback {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Override
    public void beforeEach(ExtensionContext story) {
        log.start();
        root.addAppender(log);
    }

    @Override
    public void afterEach(ExtensionContext story) {
        root.detachAppender(log);
    }

    public List<String> from(Level least) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(least))
                .map(LogLines::line)
                .toList();
    }

    private static String line(ILoggingEvent event) {
        IThrowableProxy failure = event.getThrowableProxy();
        return event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                + (failure == null ? "" : ThrowableProxyUtil.asString(failure));
    }
}
