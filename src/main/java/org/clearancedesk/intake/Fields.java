package org.clearancedesk.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    private final String path;
    private final Map<String, ?> given;
    private final FieldProblems fieldProblems;
    private final Set<String> read = new HashSet<>();
    private final List<Fields> nested = new ArrayList<>();

    /** @param path where the object stands, such as {@code facts}; empty for the outermost */
    public Fields(String path, Map<String, ?> given) {
        this(path, given, new FieldProblems());
    }

    private Fields(String path, Map<String, ?> given, FieldProblems fieldProblems) {
        this.path = path;
        this.given = given;
        this.fieldProblems = fieldProblems;
    }

    /** A text that must be there, at most so many characters long. Line breaks fit only in {@link #LONG_TEXT}. */
    public String text(String name, int longest) {
        String text = optionalText(name, longest);
        if (text != null) {
            return text;
        }
        fieldProblems.missing(pathOf(name));
        return "";
    }

    /** A text that may be absent; blank counts as absent. */
    public @Nullable String optionalText(String name, int longest) {
        return textOf(name, take(name), longest);
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
        fieldProblems.notOneOf(pathOf(name), value, words);
        return words[0];
    }

    /** True or false, and not absent. */
    public boolean flag(String name) {
        if (!(take(name) instanceof Boolean flag)) {
            fieldProblems.mustBe(pathOf(name), "true or false");
            return false;
        }
        return flag;
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
        return inside(name, take(name));
    }

    /** The objects of a list; absent counts as empty. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object item : list(name)) {
            objects.add(inside("%s[%d]".formatted(name, objects.size()), item));
        }
        return objects;
    }

    /** The texts of a list, blank ones left out; absent counts as empty. */
    public List<String> texts(String name, int longest) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (Object item : list(name)) {
            String text = textOf("%s[%d]".formatted(name, index++), item, longest);
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** Takes note that a field may be there, whatever it holds. */
    public void ignore(String name) {
        read.add(name);
    }

    /** Says that a field is missing, unless something else is wrong with it already. */
    public void require(String name, String sentence) {
        if (!fieldProblems.concern(pathOf(name))) {
            refuse(name, sentence);
        }
    }

    /** Notes what is wrong with a field. */
    public void refuse(String name, String sentence) {
        fieldProblems.note(pathOf(name), sentence);
    }

    /**
     * Ends the reading.
     *
     * @throws BadInput when any field was refused, or the object holds one that nobody asked for
     */
    public void complete() {
        refuseUnknown();
        fieldProblems.refuseAny();
    }

    private void refuseUnknown() {
        given.keySet().stream()
                .filter(name -> !read.contains(name))
                .forEach(name -> fieldProblems.unknown(pathOf(name), name));
        nested.forEach(Fields::refuseUnknown);
    }

    private @Nullable String textOf(String name, @Nullable Object value, int longest) {
        if (value instanceof String raw) {
            return new TypedText(raw, longest).checked(pathOf(name), fieldProblems);
        }
        fieldProblems.ifGivenMustBe(pathOf(name), value, "a text");
        return null;
    }

    private <T> @Nullable T parsed(String name, Function<String, T> parse, String expected) {
        String text = optionalText(name, SHORT_TEXT);
        try {
            return text == null ? null : parse.apply(text);
        } catch (DateTimeParseException e) {
            fieldProblems.mustBe(pathOf(name), expected);
            return null;
        }
    }

    private List<?> list(String name) {
        Object value = take(name);
        if (value instanceof List<?> list && list.size() <= LONGEST_LIST) {
            return list;
        }
        fieldProblems.ifGivenMustBe(pathOf(name), value, "a list of at most %d entries".formatted(LONGEST_LIST));
        return List.of();
    }

    @SuppressWarnings("unchecked")
    private Fields inside(String name, @Nullable Object value) {
        if (!(value instanceof Map)) {
            fieldProblems.ifGivenMustBe(pathOf(name), value, "an object with named fields");
        }
        Map<String, ?> fields = value instanceof Map ? (Map<String, ?>) value : Map.of();
        Fields inside = new Fields(pathOf(name), fields, fieldProblems);
        nested.add(inside);
        return inside;
    }

    private @Nullable Object take(String name) {
        read.add(name);
        return given.get(name);
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
