package gameserver.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged because of a bug of ours. Everything else that is logged is not even written. */
final class ErrorLog extends AppenderBase<ILoggingEvent> {
    private final List<String> errors = new ArrayList<>();

    private ErrorLog() {}

    /** Takes the place of all other logs of this process. */
    static ErrorLog install() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        ErrorLog log = new ErrorLog();
        log.setContext(context);
        log.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.ERROR);
        root.addAppender(log);
        context.getLogger("io.netty").setLevel(Level.WARN); // An exception that nobody caught.
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        errors.add(
                event.getFormattedMessage()
                        + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
    }

    /** Fails when something was logged since the last call. */
    void assertEmpty() {
        List<String> logged = List.copyOf(errors);
        errors.clear();
        assertEquals(List.of(), logged);
    }
}
