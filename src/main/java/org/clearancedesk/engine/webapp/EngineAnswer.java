package org.clearancedesk.engine.webapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What the desk answers on the engine's interface in place of the engine.
 *
 * @param type what kind of answer it is, as the engine names exceptions there
 * @param reason what the forms go by; null when nobody can mend it, so that they show no sentence
 * @param message a sentence for the person who called
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EngineAnswer(String type, @Nullable String reason, String message) {

    public static EngineAnswer of(HttpStatus status, @Nullable String reason, String message) {
        return new EngineAnswer(status.getReasonPhrase(), reason, message);
    }

    /** To a call that the desk does not offer, or not to this person. */
    public static EngineAnswer notOffered(String message) {
        return new EngineAnswer("NotOffered", "NOT_OFFERED", message);
    }

    public void send(HttpServletResponse response, HttpStatus status, ObjectMapper json) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), this);
    }
}
