package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list is asked for is done or refused, never left out without a word. */
@RunningDesk
class BoundedListsTest {

    private final Floor floor;

    BoundedListsTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort", "state", "changedSince", "Tier"})
    void refusesAParameterThatItDoesNotKnow(String name) {
        floor.as("requester").get("/api/requests?" + name + "=x").expectProblemAt(422, name);
        floor.as("requester").get("/api/requests.csv?" + name + "=x").expectProblemAt(422, name);
    }

    @Test
    void narrowsThePageByTierAndProduction() {
        String low = floor.sent("requester", with(Submission.lowRisk(), "production", "code", "NARROW-S1"));
        String gated = floor.sent("requester", with(Submission.withLegalReview(), "production", "code", "NARROW-S1"));
        Visitor person = floor.signedIn("requester");

        assertThat(person.get("/requests?tier=LOW&production=narrow-s1")
                        .expect(200)
                        .text())
                .contains(low)
                .doesNotContain(gated);
        assertThat(floor.as("requester")
                        .get("/api/requests?tier=LOW&production=narrow-s1")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void searchesForNoTextOnThePageThatTheApiRefuses() {
        Visitor person = floor.signedIn("requester");

        assertThat(person.get("/requests?q=" + "x".repeat(201)).expect(200).text())
                .contains("201 characters; 200 fit");
        person.get("/requests?q=" + "x".repeat(200)).expect(200);
        floor.as("requester").get("/api/requests?q=" + "x".repeat(201)).expectProblemAt(422, "q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "2147483647"})
    void saysThatThereIsNoSuchPage(String page) {
        floor.sent("requester", Submission.lowRisk());
        Visitor person = floor.signedIn("requester");

        assertThat(person.get("/requests?page=" + page).expect(200).text()).contains("The list ends before this page");
        assertThat(person.get("/requests").expect(200).text()).doesNotContain("The list ends before this page");
    }
}
