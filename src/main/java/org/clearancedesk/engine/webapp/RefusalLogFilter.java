package org.clearancedesk.engine.webapp;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PreDestroy;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearancedesk.notice.NoticeNotSent;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Keeps out of the log what the engine calls an error and a person has to mend: they are told, and the sentence may hold
 * names that nobody else should read.
 */
@Component
class RefusalLogFilter extends TurboFilter {

    private static final String ENGINE = "org.camunda.bpm.engine.";
    private static final String CONTEXT = "org.camunda.bpm.engine.context";
    private static final String INTERFACE = "org.camunda.bpm.engine.rest.exception";

    /** What the interface writes: a whole stack trace, which begins with the type of the failure. */
    private static final Pattern FAILURE = Pattern.compile("\\S+ (?:[a-z]\\w*\\.)*(\\w+)[:\\s].*", Pattern.DOTALL);

    RefusalLogFilter() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            setContext(log);
            log.addTurboFilter(this);
        }
    }

    @PreDestroy
    void leave() {
        if (getContext() instanceof LoggerContext log) {
            log.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable failure) {
        return logger.getName().startsWith(ENGINE)
                        && (RefusalFilter.isRemembered()
                                || EngineConflicts.isRemembered()
                                || isSaidAgain(logger)
                                || isAboutAMail(failure)
                                || isAboutAMail(lastOf(params))
                                || (logger.getName().equals(INTERFACE) && isOfTheCall(format)))
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    /** In a call, the interface writes each failure of the desk; the searches of Cockpit's pages would write it before. */
    private static boolean isSaidAgain(Logger logger) {
        return logger.getName().equals(CONTEXT) && RequestContextHolder.getRequestAttributes() != null;
    }

    private static boolean isOfTheCall(@Nullable String written) {
        Matcher failure = FAILURE.matcher(String.valueOf(written));
        return failure.matches() && EngineErrorFilter.isOfTheCall(failure.group(1));
    }

    private static @Nullable Object lastOf(Object @Nullable [] params) {
        return params == null || params.length == 0 ? null : params[params.length - 1];
    }

    /** Whoever sends says without names that somebody could not be told; the engine's incident has the sentence with them. */
    private static boolean isAboutAMail(@Nullable Object failure) {
        for (Object cause = failure; cause instanceof Throwable known; cause = known.getCause()) {
            if (known instanceof NoticeNotSent) {
                return true;
            }
        }
        return false;
    }
}
