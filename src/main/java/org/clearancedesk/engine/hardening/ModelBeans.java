package org.clearancedesk.engine.hardening;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * What a model may name: the delegates and listeners in {@code process}, and nothing else of the desk. They are
 * made when first named, because they need the engine themselves.
 */
final class ModelBeans extends AbstractMap<Object, Object> {

    private static final String PROCESS = "org.clearancedesk.process";

    private final Set<Object> names;
    private final Function<String, Object> beans;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans::getBean;
        this.names = Stream.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                .flatMap(kind -> Stream.of(beans.getBeanNamesForType(kind, true, false)))
                .filter(name -> isOurs(beans.getType(name, false)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOurs(@Nullable Class<?> type) {
        return type != null && (type.getPackageName() + ".").startsWith(PROCESS + ".");
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name != null && names.contains(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name != null && names.contains(name) ? beans.apply(name.toString()) : null;
    }

    @Override
    public Set<Object> keySet() {
        return names;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names.stream()
                .map(name -> Map.entry(name, beans.apply(name.toString())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
