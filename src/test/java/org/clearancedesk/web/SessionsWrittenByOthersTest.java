package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who can write to the database puts an object into the session of a person who is signed in. */
@RunningDesk
class SessionsWrittenByOthersTest {

    private static final AtomicInteger SUNG = new AtomicInteger();

    private final Floor floor;
    private final JdbcClient jdbc;

    SessionsWrittenByOthersTest(Floor floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void silence() {
        SUNG.set(0);
    }

    static Stream<Object> hidden() {
        return Stream.of(
                new Canary(),
                new ArrayList<>(List.of("before", new Canary())),
                new HashMap<>(Map.of("key", new HashMap<>(Map.of("deeper", new Canary())))),
                new Canary[] {new Canary()});
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void itIsNotMadeAndTheSessionEnds(Object content) throws IOException {
        Visitor person = floor.signedIn("requester");
        person.get("/api/requests").expect(200);
        String session = person.cookie("DESK-SESSION");

        write(person, "somewhere", bytes(content));

        person.get("/api/requests").expectProblem(401);
        person.get("/api/requests").expectProblem(401);
        assertThat(SUNG).hasValue(0);
        assertThat(jdbc.sql("select count(*) from spring_session where session_id = ?")
                        .param(session)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/requests",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task"
            })
    void inThePlaceOfTheSignInItSignsNobodyInAndBreaksNothing(String path) throws IOException {
        Visitor person = floor.signedIn("requester");
        jdbc.sql("delete from spring_session_attributes where attribute_name = 'SPRING_SECURITY_CONTEXT'"
                        + " and session_primary_id in (select primary_id from spring_session where session_id = ?)")
                .param(person.cookie("DESK-SESSION"))
                .update();

        write(person, "SPRING_SECURITY_CONTEXT", bytes(new Canary()));

        assertThat(person.get(path).status()).isIn(200, 302, 401);
        person.get("/api/requests").expectProblem(401);
        assertThat(SUNG).hasValue(0);
    }

    @Test
    void whatNobodyCanReadIsLeftOut() {
        Visitor person = floor.signedIn("requester");

        write(person, "somewhere", new byte[] {1, 2, 3});

        person.get("/api/requests").expect(200);
    }

    private void write(Visitor person, String name, byte[] content) {
        jdbc.sql("insert into spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)"
                        + " select primary_id, ?, ? from spring_session where session_id = ?")
                .params(name, content, person.cookie("DESK-SESSION"))
                .update();
    }

    private static byte[] bytes(Object content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(content);
        }
        return bytes.toByteArray();
    }

    /** Sings when somebody makes it. */
    private static final class Canary implements Serializable {

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            SUNG.incrementAndGet();
        }
    }
}
