package org.clearancedesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.ChainSnapshot;
import org.clearancedesk.register.StoredEvent;
import org.junit.jupiter.api.Test;

/** Events that a desk wrote before they told every column of a row. */
class EventsOfEarlierDaysTest {

    private static final String NUMBER = "GC-2025-000001";
    private static final String START =
            "{'request':{'title':'t','production':{'code':'P','title':'p'},'performers':[{'name':'Ana','role':'MINOR'}]}}";

    private final List<StoredEvent> events = new ArrayList<>();

    private void happened(String type, String payload) {
        events.add(new StoredEvent(
                NUMBER,
                events.size() + 1,
                type,
                Instant.parse("2025-12-01T10:00:00Z"),
                "legal",
                payload.replace('\'', '"'),
                "",
                ""));
    }

    private ExpectedRows told() {
        return new CaseProjection(new CanonicalJson(
                        JsonMapper.builder().findAndAddModules().build()))
                .replay(new ChainSnapshot(NUMBER, "", events, null));
    }

    @Test
    void tellWhatTheyHoldOfAConsentAndNothingElse() {
        happened("REQUEST_SUBMITTED", START);
        happened("CONSENT_CHANGED", "{'performer':'Ana','state':'ASKED'}");
        happened("CONSENT_CHANGED", "{'performer':'Ana','state':'REFUSED'}");

        assertThat(told().all(AuditedTable.CONSENT).get("Ana"))
                .containsEntry("performer_role", "MINOR")
                .containsEntry("state", "REFUSED")
                .containsEntry("set_by", "legal")
                .doesNotContainKeys("id", "asked_at", "stands_since");
        assertThat(told().isComplete(AuditedTable.CONSENT)).isTrue();
    }

    @Test
    void leaveItOpenWhetherALetterCameWithAnApprovalAndConditions() {
        happened("REQUEST_SUBMITTED", START);
        happened("LEGAL_REVIEWED", "{'opinion':{'conditions':['Delete it.','Delete it.']}}");
        happened("LETTER_ISSUED", "{'letter':'L','issuedAt':'2025-12-01T10:00:00Z','validUntil':'2026-02-01'}");
        happened("CONDITION_WAIVED", "{'condition':'Delete it.','reason':'Cut.'}");

        ExpectedRows expectedRows = told();

        assertThat(expectedRows.isCertain(AuditedTable.APPROVAL, NUMBER)).isFalse();
        assertThat(expectedRows.all(AuditedTable.APPROVAL).get(NUMBER))
                .containsEntry("ends_at", "2026-02-02T00:00:00Z");
        assertThat(expectedRows.all(AuditedTable.CONDITION))
                .containsOnlyKeys("1", "2")
                .allSatisfy((position, row) -> assertThat(row)
                        .containsEntry("words", "Delete it.")
                        .doesNotContainKeys("due_at", "state", "settled_by", "settled_at", "note"));
    }

    @Test
    void nameNoHoldSoThatOneWithoutAnEventIsNoAlarm() {
        happened("REQUEST_SUBMITTED", START);
        happened("APPROVAL_SUSPENDED", "{'cause':'SCOPE_CHANGED','about':'a','reason':'r'}");
        happened("APPROVAL_RELEASED", "{'about':'a','reason':'r'}");

        assertThat(told().all(AuditedTable.SUSPENSION)).isEmpty();
        assertThat(told().isComplete(AuditedTable.SUSPENSION)).isFalse();
        assertThat(told().isComplete(AuditedTable.COVERED_USE)).isFalse();
        assertThat(told().isComplete(AuditedTable.RENEWAL)).isTrue();
    }

    @Test
    void sayNothingOfTheEndOfAHoldThatOnlyItsBeginningNames() {
        happened("REQUEST_SUBMITTED", START);
        happened(
                "APPROVAL_SUSPENDED",
                "{'hold':'h','heldAt':'2025-12-01T10:00:00Z','recordedAt':'2025-12-01T10:00:00Z','cause':'SCOPE_CHANGED','about':'a','reason':'r'}");
        happened("APPROVAL_RELEASED", "{'about':'a','reason':'r'}");
        happened("APPROVAL_EXPIRED", "{'endedAt':'2025-12-02T10:00:00Z'}");

        assertThat(told().all(AuditedTable.SUSPENSION).get("h"))
                .containsEntry("cause", "SCOPE_CHANGED")
                .doesNotContainKeys("before_letter", "ended_at", "outcome", "decided_by", "decided_because");
    }

    @Test
    void areNotAskedForWhatTheyDoNotKnowInACaseOfToday() {
        happened("REQUEST_SUBMITTED", START.substring(0, START.length() - 1) + ",'tellsEveryRow':true}");

        assertThat(told().isComplete(AuditedTable.SUSPENSION)).isTrue();
        assertThat(told().isComplete(AuditedTable.COVERED_USE)).isTrue();
    }
}
