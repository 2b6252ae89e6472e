package org.clearancedesk.engine.hardening;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/** Counts what the lists of a search hold: each entry is one more value that the database compares with. */
final class ListsOfAQuery {

    private static final ClassValue<List<Field>> LISTS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> query) {
            List<Field> lists = new ArrayList<>();
            for (Class<?> owner = query; owner != null; owner = owner.getSuperclass()) {
                for (Field field : owner.getDeclaredFields()) {
                    boolean isList = field.getType().isArray() || Collection.class.isAssignableFrom(field.getType());
                    if (isList && !Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        lists.add(field);
                    }
                }
            }
            return lists;
        }
    };

    private ListsOfAQuery() {}

    /** How many there are in all lists of the search together, those of the searches inside it aside. */
    static int entries(Query<?, ?> search) {
        return LISTS.get(search.getClass()).stream()
                .mapToInt(list -> size(valueOf(list, search)))
                .sum();
    }

    private static int size(@Nullable Object list) {
        if (list instanceof Collection<?> entries) {
            return entries.size();
        }
        return list instanceof Object[] entries ? entries.length : 0;
    }

    private static @Nullable Object valueOf(Field list, Query<?, ?> search) {
        try {
            return list.get(search);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The lists of the engine's searches cannot be counted any more.", e);
        }
    }
}
