package org.clearancedesk.benchmark;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the SQL statements and commits that go through a data source; each statement of a batch counts. */
final class CountedDataSource implements BeanPostProcessor {

    private final LongAdder statements = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final Map<String, LongAdder> byText = new ConcurrentHashMap<>();

    long statements() {
        return statements.sum();
    }

    /** Those of the statements that are no questions. */
    long writes() {
        return writes.sum();
    }

    long commits() {
        return commits.sum();
    }

    /** Forgets which statements ran so far, and keeps how many. */
    void forgetTexts() {
        byText.clear();
    }

    /** Writes which statements ran how often for one request, most frequent first, to see where they come from. */
    void write(Path file, int requests) throws IOException {
        Files.write(
                file,
                byText.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> -entry.getValue().sum()))
                        .map(entry -> String.format(
                                Locale.ROOT,
                                "%6.2f %s",
                                entry.getValue().sum() / (double) requests,
                                entry.getKey().replaceAll("\\s+", " ")))
                        .toList());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counting(DataSource.class, source, "") : bean;
    }

    private <T> T counting(Class<T> type, Object target, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String text = arguments != null && arguments[0] instanceof String given ? given : sql;
            // A batch is counted where it is filled, and not once more where it is sent.
            boolean counts = target instanceof Statement
                    && (method.getName().equals("addBatch")
                            || method.getName().startsWith("execute")
                                    && !method.getName().endsWith("Batch"));
            if (counts) {
                statements.increment();
                if (!text.stripLeading().regionMatches(true, 0, "select", 0, 6)) {
                    writes.increment();
                }
                byText.computeIfAbsent(text, unseen -> new LongAdder()).increment();
            }
            if (target instanceof Connection && method.getName().equals("commit")) {
                commits.increment();
            }
            try {
                Object result = method.invoke(target, arguments);
                boolean opens = result instanceof Connection
                        || result instanceof Statement && !method.getName().equals("unwrap");
                return opens ? counting(method.getReturnType(), result, text) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
