package org.clearancedesk.request;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object one by one and collects a sentence for each that is missing, unknown or has a value
 * that cannot be taken. Readers return a placeholder for such a field; {@link #complete()} then refuses the whole.
 */
public final class Fields {

    /** The longest text that any field takes, in characters. */
    public static final int LONG_TEXT = 4000;

    /** The longest text that a one-line field takes, in characters. */
    public static final int SHORT_TEXT = 200;

    private static final int LONGEST_LIST = 100;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r\\t]");

    private final String path;
    private final Map<String, ?> given;
    private final List<BadInput.Problem> problems;
    private final Set<String> read = new HashSet<>();
    private final List<Fields> nested = new ArrayList<>();

    /** @param path where the object stands, such as {@code facts}; empty for the outermost */
    public Fields(String path, Map<String, ?> given) {
        this(path, given, new ArrayList<>());
    }

    private Fields(String path, Map<String, ?> given, List<BadInput.Problem> problems) {
        this.path = path;
        this.given = given;
        this.problems = problems;
    }

    /** A text that must be there, at most so many characters long. Line breaks fit only in {@link #LONG_TEXT}. */
    public String text(String name, int longest) {
        String text = optionalText(name, longest);
        if (text == null) {
            require(name, "“%s” is missing. Please fill it in.".formatted(pathOf(name)));
        }
        return text == null ? "" : text;
    }

    /** A text that may be absent; blank counts as absent. */
    public @Nullable String optionalText(String name, int longest) {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String raw)) {
            refuse(name, "“%s” must be a text.".formatted(pathOf(name)));
            return null;
        }
        String text = raw.strip();
        if (text.length() > longest) {
            refuse(
                    name,
                    "“%s” has %,d characters; %,d fit. Please shorten it."
                            .formatted(pathOf(name), text.length(), longest));
        } else if (CONTROL.matcher(text).find()
                || (longest < LONG_TEXT && LINE_BREAK.matcher(text).find())) {
            refuse(
                    name,
                    "“%s” contains characters that cannot be printed or a line break where one line is expected."
                            .formatted(pathOf(name)));
        }
        return text.isEmpty() ? null : text;
    }

    /** One word of a closed vocabulary. */
    public <E extends Enum<E>> E choice(String name, Class<E> vocabulary) {
        Object value = take(name);
        E[] words = vocabulary.getEnumConstants();
        for (E word : words) {
            if (word.name().equals(value)) {
                return word;
            }
        }
        String allowed = Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", "));
        refuse(
                name,
                value == null
                        ? "“%s” is missing. Please choose one of: %s.".formatted(pathOf(name), allowed)
                        : "“%s” cannot be “%s”. Please choose one of: %s."
                                .formatted(pathOf(name), abbreviated(value), allowed));
        return words[0];
    }

    /** True or false, and not absent. */
    public boolean flag(String name) {
        Object value = take(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        refuse(name, "“%s” must be true or false.".formatted(pathOf(name)));
        return false;
    }

    /** A day as {@code 2026-11-23}, or absent. */
    public @Nullable LocalDate optionalDate(String name) {
        return parsed(name, LocalDate::parse, "a date like 2026-11-23");
    }

    /** A local time as {@code 2026-11-23T14:30}, or absent. */
    public @Nullable LocalDateTime optionalTime(String name) {
        return parsed(name, LocalDateTime::parse, "a date and time like 2026-11-23T14:30");
    }

    /** An object inside this one; an empty one stands in when it is missing, so that every field of it is named. */
    public Fields object(String name) {
        Object value = take(name);
        if (value != null && !(value instanceof Map)) {
            refuse(name, "“%s” must be an object with named fields.".formatted(pathOf(name)));
        }
        return inside(pathOf(name), value);
    }

    /** The objects of a list; absent counts as empty. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object item : list(name)) {
            String itemName = "%s[%d]".formatted(name, objects.size());
            if (!(item instanceof Map)) {
                refuse(itemName, "“%s” must be an object with named fields.".formatted(pathOf(itemName)));
            }
            objects.add(inside(pathOf(itemName), item));
        }
        return objects;
    }

    /** The texts of a list, blank ones left out; absent counts as empty. */
    public List<String> texts(String name, int longest) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (Object item : list(name)) {
            Fields single =
                    new Fields(path, Map.of("%s[%d]".formatted(name, index), item == null ? "" : item), problems);
            String text = single.optionalText("%s[%d]".formatted(name, index++), longest);
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** The 23 facts, when they are the fields of this object. */
    public Facts facts() {
        RecordComponent[] components = Facts.class.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getType() == boolean.class
                        ? (Object) flag(component.getName())
                        : choice(component.getName(), component.getType().asSubclass(Enum.class)))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Facts.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The facts cannot be put together from their components.", e);
        }
    }

    /** Takes note that a field may be there, whatever it holds. */
    public void ignore(String name) {
        read.add(name);
    }

    /** Says that a field is missing, unless something else is wrong with it already. */
    public void require(String name, String sentence) {
        if (!problemWith(name)) {
            refuse(name, sentence);
        }
    }

    /** Notes what is wrong with a field. */
    public void refuse(String name, String sentence) {
        problems.add(new BadInput.Problem(pathOf(name), sentence));
    }

    /**
     * Ends the reading.
     *
     * @throws BadInput when any field was refused, or the object holds one that nobody asked for
     */
    public void complete() {
        refuseUnknown();
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private void refuseUnknown() {
        given.keySet().stream()
                .filter(name -> !read.contains(name))
                .forEach(name -> refuse(name, "“%s” is not a field that the desk knows.".formatted(abbreviated(name))));
        nested.forEach(Fields::refuseUnknown);
    }

    private <T> @Nullable T parsed(String name, Function<String, T> parse, String expected) {
        String text = optionalText(name, SHORT_TEXT);
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (DateTimeParseException e) {
            refuse(name, "“%s” must be %s.".formatted(pathOf(name), expected));
            return null;
        }
    }

    private List<?> list(String name) {
        Object value = take(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.size() <= LONGEST_LIST) {
            return list;
        }
        refuse(name, "“%s” must be a list of at most %d entries.".formatted(pathOf(name), LONGEST_LIST));
        return List.of();
    }

    @SuppressWarnings("unchecked")
    private Fields inside(String at, @Nullable Object value) {
        Map<String, ?> fields = value instanceof Map ? (Map<String, ?>) value : Map.of();
        Fields inside = new Fields(at, fields, problems);
        nested.add(inside);
        return inside;
    }

    private @Nullable Object take(String name) {
        read.add(name);
        return given.get(name);
    }

    private boolean problemWith(String name) {
        return problems.stream().anyMatch(problem -> problem.field().equals(pathOf(name)));
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String abbreviated(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
