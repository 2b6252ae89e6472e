package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.clearancedesk.process.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten triages, four requests and three files a minute are allowed for a person, sixty public pages and four files held for letters for an address. */
@GuardedDesk
class CallingTooOftenTest {

    private final Floor floor;
    private final MovableClock clock;

    CallingTooOftenTest(Floor floor, MovableClock clock) {
        this.floor = floor;
        this.clock = clock;
    }

    @BeforeEach
    void nextDay() {
        clock.passes(Duration.ofDays(1));
    }

    @Test
    void triagesStopsThePersonWhereverTheyCallFromAndNobodyElse() {
        Supplier<Answer> triage = () -> floor.as("requester").post("/api/triage", Submission.facts("R-02"));
        allowed(10, triage, 200);

        Answer stopped = triage.get().expectProblem(429);

        assertThat(Integer.parseInt(stopped.header("Retry-After"))).isBetween(1, 60);
        floor.as("requester")
                .with("X-Forwarded-For", "203.0.113.200")
                .post("/api/triage", Submission.facts("R-02"))
                .expectProblem(429);
        floor.as("requester2").post("/api/triage", Submission.facts("R-02")).expect(200);
        floor.as("requester").get("/api/requests").expect(200);
        clock.passes(Duration.ofMinutes(1));
        triage.get().expect(200);
    }

    @Test
    void sendingRequestsStopsThemOverTheApiAndInTasklistTogether() {
        allowed(3, () -> floor.as("requester").post("/api/requests", Submission.lowRisk()), 201);
        Visitor inTasklist = floor.signedIn("requester");
        inTasklist.get("/camunda/app/tasklist/guarded/").expect(200);
        inTasklist.with("X-XSRF-TOKEN", inTasklist.cookie("XSRF-TOKEN"));
        String start = "/camunda/api/engine/engine/guarded/process-definition/key/genai-clearance/submit-form";
        assertThat(inTasklist.post(start, Map.of("variables", Map.of())).status())
                .isEqualTo(400);
        Map<String, Long> before = floor.rows();

        Answer stopped = inTasklist.post(start, Map.of("variables", Map.of())).expect(429);
        floor.as("requester").post("/api/requests", Submission.lowRisk()).expectProblem(429);

        assertThat(stopped.json().get("message").asText()).startsWith("This was tried too often");
        assertThat(stopped.json().path("reason").asText()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void handingInFilesStops() {
        Supplier<Answer> upload = () -> floor.as("requester").upload("/api/evidence", "a.txt", "text".getBytes());
        allowed(3, upload, 201);

        upload.get().expectProblem(429);
    }

    @Test
    void lookingUpLettersStopsTheAddressAndNoOther() {
        String letter = floor.letterOf(floor.approved(Map.of("approvalOutcome", "APPROVED")));
        Supplier<Answer> look =
                () -> floor.nobody().with("X-Forwarded-For", "203.0.113.50").get("/verify/" + letter);
        allowed(60, look, 200);

        Answer stopped = look.get().expect(429);

        assertThat(stopped.header("Retry-After")).isNotBlank();
        assertThat(stopped.header("Content-Type")).startsWith("text/html");
        assertThat(stopped.text()).contains("tried too often");
        floor.nobody()
                .with("X-Forwarded-For", "203.0.113.51")
                .get("/verify/GL-2026-000001")
                .expect(200);
        floor.nobody().with("X-Forwarded-For", "203.0.113.50").get("/login").expect(429);
    }

    @Test
    void tryingNumbersOfLettersStopsTheAddressLongBefore() {
        String letter = floor.letterOf(floor.approved(Map.of("approvalOutcome", "APPROVED")));
        Visitor stranger = floor.nobody().with("X-Forwarded-For", "203.0.113.70");
        allowed(10, () -> stranger.get("/verify/" + letter), 200);
        allowed(3, () -> stranger.get("/verify/GL-2026-000001"), 200);
        allowed(
                1,
                () -> floor.nobody()
                        .with("X-Forwarded-For", "203.0.113.70")
                        .with("Accept", "application/json")
                        .get("/verify/GL-2026-7K3M-9QWT"),
                200);
        allowed(1, () -> stranger.upload("/verify/GL-2026-000002", "a.pdf", "%PDF-".getBytes()), 200);

        Answer stopped = stranger.get("/verify/GL-2026-000003").expect(429);

        assertThat(Integer.parseInt(stopped.header("Retry-After"))).isBetween(1, 60);
        // Otherwise the refusal would tell unknown numbers from known ones.
        assertThat(stranger.get("/verify/" + letter).expect(429).text()).isEqualTo(stopped.text());
        stranger.get("/login").expect(200);
        floor.nobody()
                .with("X-Forwarded-For", "203.0.113.71")
                .get("/verify/GL-2026-000003")
                .expect(200);
        clock.passes(Duration.ofMinutes(1));
        allowed(10, () -> stranger.get("/verify/" + letter), 200);
    }

    @Test
    void holdingFilesForALetterStopsSoonerThanLookingOneUp() {
        Supplier<Answer> check = () -> floor.nobody()
                .with("X-Forwarded-For", "203.0.113.60")
                .upload("/verify/GL-2026-000001", "a.pdf", "%PDF-".getBytes());
        allowed(4, check, 200);

        check.get().expect(429);

        floor.nobody()
                .with("X-Forwarded-For", "203.0.113.60")
                .get("/verify/GL-2026-000001")
                .expect(200);
    }

    private static void allowed(int times, Supplier<Answer> call, int status) {
        for (int time = 0; time < times; time++) {
            call.get().expect(status);
        }
    }
}
