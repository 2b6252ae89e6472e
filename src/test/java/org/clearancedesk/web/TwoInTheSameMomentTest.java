package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import java.util.List;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The database lets one of two people go first; the other is told so, on a page as over the API. */
class TwoInTheSameMomentTest {

    private static final RefusedAttempts NOBODY_LISTENS = new RefusedAttempts() {
        @Override
        public void record(Kind kind, String number) {}

        @Override
        public List<RefusedAttempt> newest(int page, int size) {
            return List.of();
        }
    };

    private final MockMvc desk = MockMvcBuilders.standaloneSetup(new APage(), new AnApi())
            .setControllerAdvice(new PageErrorHandler(NOBODY_LISTENS), new ApiErrorHandler(NOBODY_LISTENS))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"deadlock", "waited too long", "the same key"})
    void theOtherIsTold(String what) throws Exception {
        desk.perform(get("/page/" + what))
                .andExpect(status().isConflict())
                .andExpect(view().name("problem"))
                .andExpect(model().attribute("sentence", ApiErrorHandler.OVERTAKEN));
        desk.perform(get("/api/" + what))
                .andExpect(status().isConflict())
                .andExpect(content().contentType("application/problem+json"));
    }

    @Test
    void inASentenceThatSaysWhatToDo() {
        assertThat(ApiErrorHandler.OVERTAKEN).contains("Please look at it again");
    }

    private static String fails(String what) {
        throw switch (what) {
            case "deadlock" -> new PessimisticLockingFailureException(what);
            case "waited too long" -> new CannotAcquireLockException(what);
            default -> new DuplicateKeyException(what);
        };
    }

    @Controller
    static class APage {

        @GetMapping("/page/{what}")
        String show(@PathVariable String what) {
            return fails(what);
        }
    }

    @RestController
    static class AnApi {

        @GetMapping("/api/{what}")
        String answer(@PathVariable String what) {
            return fails(what);
        }
    }
}
