package org.clearancedesk.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes values as canonical JSON (RFC 8785), so that equal values have equal digests, here and anywhere else. */
@Component
public class CanonicalJson {

    private final ObjectMapper json;

    public CanonicalJson(ObjectMapper json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException when the value cannot be written as JSON */
    public String of(Object value) {
        try {
            return new JsonCanonicalizer(json.writeValueAsString(value)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalArgumentException("This value cannot be written as canonical JSON.", e);
        }
    }

    /** SHA-256 of the value's canonical JSON, hexadecimal. */
    public String digestOf(Object value) {
        return Sha256.of(of(value));
    }

    /**
     * The digest of a JSON text as it stands, whatever types there are today that it could be read into.
     *
     * @throws IllegalArgumentException when it is no JSON object or list
     */
    public static String digestOfText(String text) {
        try {
            return Sha256.of(new JsonCanonicalizer(text).getEncodedString());
        } catch (IOException e) {
            throw new IllegalArgumentException("This text is no JSON.", e);
        }
    }

    /** @throws IllegalArgumentException when the text is not JSON of that type */
    public <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The record holds a text that is no " + type.getSimpleName() + ".", e);
        }
    }

    <T> T convert(@Nullable Object tree, Class<T> type) {
        if (tree == null) {
            throw new IllegalArgumentException("The record lacks a " + type.getSimpleName() + ".");
        }
        return json.convertValue(tree, type);
    }

    /** Whether the text is one JSON object or list. */
    public static boolean isJson(String text) {
        try {
            return new JsonCanonicalizer(text).getEncodedString().length() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
