/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What this JVM logs while it is open, of ours and of Spring's. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final List<String> LOGGERS = List.of("io.uptext", "org.springframework");

    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    LogLines() {
        start();
        LOGGERS.forEach(each -> {
            logger(each).setLevel(Level.INFO);
            logger(each).addAppender(this);
        });
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
    }

    /** What operators are to look at. */
    List<String> warnings() {
        return events.stream()
                .filter(each -> each.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** All that the policy has said. */
    List<String> ofThePolicy() {
        return events.stream()
                .filter(each -> each.getLoggerName().equals(ErrorPolicy.class.getName()))
                .map(each -> each.getLevel() + " " + each.getFormattedMessage())
                .toList();
    }

    boolean hasStackTrace() {
        return events.stream().anyMatch(each -> each.getThrowableProxy() != null);
    }

    @Override
    public void close() {
        LOGGERS.forEach(each -> {
            logger(each).detachAppender(this);
            logger(each).setLevel(null);
        });
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
