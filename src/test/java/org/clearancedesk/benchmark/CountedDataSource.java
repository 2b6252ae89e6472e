package org.clearancedesk.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the SQL statements that go through a data source; each statement of a batch counts. */
final class CountedDataSource implements BeanPostProcessor {

    private final LongAdder statements = new LongAdder();
    private final Map<String, LongAdder> byText = new ConcurrentHashMap<>();

    long statements() {
        return statements.sum();
    }

    /** How often each statement ran, to see where they come from. */
    Map<String, LongAdder> byText() {
        return byText;
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
                byText.computeIfAbsent(text, unseen -> new LongAdder()).increment();
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
