package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@RunningDesk
class StolenSessionsTest {

    private static final String SESSION = "DESK-SESSION";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Floor floor;

    StolenSessionsTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void aSessionKnownBeforeTheSignInOpensNothingAfterIt() {
        Visitor victim = floor.nobody();
        victim.get("/login").expect(200);
        String known = victim.cookie(SESSION);

        victim.signsIn("requester", "requester").expect(302);

        assertThat(known).isNotBlank().isNotEqualTo(victim.cookie(SESSION));
        floor.nobody().holds(SESSION, known).get("/api/requests").expectProblem(401);
        victim.get("/api/requests").expect(200);
    }

    @Test
    void aSessionThatSomebodyMadeUpIsNotTakenUp() {
        String madeUp = "0123456789ABCDEF0123456789ABCDEF";
        Visitor victim = floor.nobody().holds(SESSION, madeUp);

        victim.signsIn("requester", "requester").expect(302);

        assertThat(victim.cookie(SESSION)).isNotBlank().isNotEqualTo(madeUp);
        floor.nobody().holds(SESSION, madeUp).get("/api/requests").expectProblem(401);
    }

    @Test
    void aSessionInTheAddressIsNotTakenUp() {
        Visitor owner = floor.signedIn("requester");

        Answer answer = floor.nobody().get("/api/requests;jsessionid=" + owner.cookie(SESSION));

        assertThat(answer.status()).isIn(400, 401);
    }

    @Test
    void aCopiedSessionEndsWhenItsOwnerSignsOut() {
        Visitor owner = floor.signedIn("requester");
        Visitor thief = floor.nobody().holds(SESSION, owner.cookie(SESSION));
        thief.get("/api/requests").expect(200);

        owner.with("Accept", "text/html")
                .post("/logout", FORM, "_csrf=" + owner.cookie("DESK-CSRF"))
                .expect(302);

        thief.get("/api/requests").expectProblem(401);
        assertThat(thief.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(401);
    }

    @Test
    void signingOutAnywhereEndsEverySessionOfThePersonAndNobodyElses() {
        Visitor atTheOffice = floor.signedIn("requester");
        Visitor atHome = floor.signedIn("requester");
        Visitor somebodyElse = floor.signedIn("requester2");

        atHome.with("Accept", "text/html")
                .post("/logout", FORM, "_csrf=" + atHome.cookie("DESK-CSRF"))
                .expect(302);

        atTheOffice.get("/api/requests").expectProblem(401);
        somebodyElse.get("/api/requests").expect(200);
        floor.signedIn("requester").get("/api/requests").expect(200);
    }
}
