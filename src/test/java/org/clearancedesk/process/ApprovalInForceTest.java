package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearancedesk.register.EventType.APPROVAL_EXPIRED;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.clearancedesk.engine.Models;
import org.clearancedesk.register.ChainReader;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

@Scenario
class ApprovalInForceTest {

    private static final Map<String, Object> NOT_USED = Map.of("closeOut", Map.of("used", false));

    private final Desk desk;
    private final Life life;
    private final ChainReader chainReader;

    ApprovalInForceTest(Desk desk, Life life, ChainReader chainReader) {
        this.desk = desk;
        this.life = life;
        this.chainReader = chainReader;
    }

    @Test
    void beginsWithTheLetterOnce() {
        life.begins();

        assertThat(life.status()).isEqualTo(Status.APPROVED);
        assertThat(desk.waitingSteps()).containsExactly("closeOutUse");
        assertThat(desk.runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey(Models.APPROVAL_PROCESS)
                        .processInstanceBusinessKey(desk.number())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void isNotBegunByARequestWithoutALetter() {
        desk.requester.asksFor(Use.lowRisk());
        desk.runs("discloseToNetflixContact");

        assertThat(life.past()).isNull();
        assertThat(life.approvals.validity(desk.number())).isEmpty();
    }

    @Test
    void tellsItsHolderThreeTimesBeforeItEndsAndEveryoneWhenItHas() {
        life.beginsUntil(day(199));
        assertThat(desk.told("Ends soon")).isEmpty();

        life.goesOnFor(Duration.ofDays(159));
        assertThat(desk.told("Ends soon")).isEmpty();
        life.goesOnFor(Duration.ofDays(1));
        assertThat(desk.told("Ends soon")).containsExactly("requester@desk.example");
        life.goesOnFor(Duration.ofDays(11));
        assertThat(desk.told("Ends soon")).hasSize(2);
        life.goesOnFor(Duration.ofDays(22));
        assertThat(desk.told("Ends soon")).hasSize(3);
        assertThat(life.status()).isEqualTo(Status.APPROVED);

        life.goesOnFor(Duration.ofDays(8));
        assertThat(life.status()).isEqualTo(Status.EXPIRED);
        assertThat(desk.told("Ends soon")).hasSize(3);
        assertThat(desk.told("Expired")).containsExactlyInAnyOrder("requester@desk.example", "carla@studio.example");
        assertThat(Collections.frequency(desk.events(), APPROVAL_EXPIRED)).isEqualTo(1);
        assertThat(chainReader.of(desk.number()).firstBreak()).isNull();
    }

    @Test
    void saysNothingOfDatesThatWereOverWhenItBegan() {
        life.beginsUntil(day(9));

        life.goesOnFor(Duration.ofDays(3));
        life.goesOnFor(Duration.ofDays(6));
        assertThat(desk.told("Ends soon")).hasSize(2);
        assertThat(life.status()).isEqualTo(Status.APPROVED);
        life.goesOnFor(Duration.ofDays(1));
        assertThat(life.status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void tellsNothingLateThatTheDeskSleptThrough() {
        life.beginsUntil(day(199));

        life.goesOnFor(Duration.ofDays(300));

        assertThat(life.status()).isEqualTo(Status.EXPIRED);
        assertThat(desk.told("Ends soon")).isEmpty();
    }

    @Test
    void lastsTwoYearsWhenTheLetterNamesNoDay() {
        life.begins();

        life.goesOnFor(Duration.ofDays(730));
        assertThat(life.status()).isEqualTo(Status.APPROVED);
        life.goesOnFor(Duration.ofDays(2));
        assertThat(life.status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void isOverWhenItHasExpiredAndIsClosedOut() {
        life.beginsUntil(day(9));
        life.goesOnFor(Duration.ofDays(10));
        assertThat(life.isOver()).isFalse();

        desk.requester.answers("closeOutUse", NOT_USED);

        assertThat(life.isOver()).isTrue();
        assertThat(life.past().getEndActivityId()).isEqualTo("approvalOver");
        assertThat(life.approvals.isClosedOut(desk.number())).isTrue();
    }

    @Test
    void cannotBeKeptAliveByAVariable() {
        life.beginsUntil(day(9), "Keep the prompts.");
        assertThatThrownBy(() -> desk.requester.answersWith(
                        "closeOutUse", NOT_USED, Map.of("validityGoesOn", true, "nextMark", "SEVEN_DAYS_LEFT")))
                .hasMessageContaining("is not asked for here");

        life.goesOnFor(Duration.ofDays(30));

        assertThat(life.status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void isClosedOutByItsHolderAlone() {
        life.begins();

        assertThatThrownBy(() -> desk.as("admin", () -> {
                    desk.tasks.complete(desk.task("closeOutUse").getId(), desk.variables(NOT_USED));
                    return "";
                }))
                .hasMessageContaining("Only whoever has claimed this task can answer it.");
        assertThat(life.approvals.isClosedOut(desk.number())).isFalse();
    }

    private String day(int fromNow) {
        return desk.clock
                .instant()
                .atZone(desk.clock.getZone())
                .toLocalDate()
                .plusDays(fromNow)
                .toString();
    }
}
