package org.clearancedesk;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.clearancedesk.trace.Correlation;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the SQL statements and commits that go through a data source; each statement of a batch counts. */
public final class CountedDataSource implements BeanPostProcessor {

    private final LongAdder statements = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final Map<String, LongAdder> byText = new ConcurrentHashMap<>();
    private final Map<String, List<String>> byCall = new ConcurrentHashMap<>();

    public long statements() {
        return statements.sum();
    }

    /** Those of the statements that are no questions. */
    public long writes() {
        return writes.sum();
    }

    public long commits() {
        return commits.sum();
    }

    /**
     * The statements of the HTTP call that has this correlation id, from now on, in their order; without the rows that the
     * engine writes in batches when a command of its ends.
     */
    public List<String> ofCall(String correlation) {
        return byCall.computeIfAbsent(correlation, first -> Collections.synchronizedList(new ArrayList<>()));
    }

    /** Forgets which statements ran so far, and keeps how many. */
    public void forgetTexts() {
        byText.clear();
    }

    /** Writes which statements ran how often for one request, most frequent first, to see where they come from. */
    public void write(Path file, int requests) throws IOException {
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
                if (!method.getName().equals("addBatch")) {
                    Correlation.current().map(byCall::get).ifPresent(call -> call.add(text));
                }
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
