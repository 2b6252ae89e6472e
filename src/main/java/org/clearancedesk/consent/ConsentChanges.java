package org.clearancedesk.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clearancedesk.approval.ApprovalProcess;
import org.clearancedesk.approval.Suspension;
import org.clearancedesk.approval.Suspension.Cause;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.UnknownCase;
import org.clearancedesk.register.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a consent back or draws narrower bounds. Whoever says no says it of the person, not of a file: every consent in
 * force of a person of the same name, of the same kind, for the same production changes with it, and each approval that
 * rests on one of them is suspended, all in one transaction.
 */
@Component
@Transactional
public class ConsentChanges {

    private final ConsentRepository consents;
    private final CaseRepository cases;
    private final CaseEvents caseEvents;
    private final ApprovalEvents record;
    private final ObjectProvider<ApprovalProcess> approvals;
    private final Outbox outbox;

    ConsentChanges(
            ConsentRepository consents,
            CaseRepository cases,
            CaseEvents caseEvents,
            ApprovalEvents record,
            ObjectProvider<ApprovalProcess> approvals,
            Outbox outbox) {
        this.record = record;
        this.consents = consents;
        this.cases = cases;
        this.caseEvents = caseEvents;
        this.approvals = approvals;
        this.outbox = outbox;
    }

    /** What would change with a consent, as far as the reader may know it: of one in disguise they learn nothing. */
    @Transactional(readOnly = true)
    public Affected affected(Consent shown, Viewer viewer) {
        if (shown.disguised()) {
            return new Affected(List.of(), List.of());
        }
        List<ClearanceCase> inForce = new ArrayList<>();
        List<ClearanceCase> underWay = new ArrayList<>();
        for (Consent consent : restingOn(shown)) {
            if (!isInForce(consent.caseStatus()) && consent.caseStatus().isFinal()) {
                continue;
            }
            try {
                ClearanceCase seen = cases.get(consent.caseNumber(), viewer);
                if (!seen.disguised()) {
                    (isInForce(seen.status()) ? inForce : underWay).add(seen);
                }
            } catch (UnknownCase notTheirs) {
                // That the same person stands in a case which they do not see is not for them to know.
            }
        }
        return new Affected(inForce, underWay);
    }

    /** @throws BadInput when it is not in force, or somebody took it back before */
    public void withdraw(String id, String reason, String by) {
        change(id, ConsentState.WITHDRAWN, null, reason, by);
    }

    /**
     * @param limits the narrower bounds, in words
     * @throws BadInput when it is not in force
     */
    public void limit(String id, String limits, String reason, String by) {
        change(id, ConsentState.LIMITED, limits, reason, by);
    }

    private void change(String id, ConsentState state, @Nullable String limits, String reason, String by) {
        Consent consent = get(id);
        lockAll(consent);
        requireInForce(get(id));
        for (Consent each : restingOn(consent)) {
            Instant now = consents.now();
            consents.change(each.id(), state, limits, reason, by, now);
            caseEvents.consentChanged(each.caseNumber(), by, payload(each, state, limits, reason, now));
            if (isInForce(each.caseStatus())) {
                Cause cause = state == ConsentState.WITHDRAWN ? Cause.CONSENT_WITHDRAWN : Cause.CONSENT_LIMITED;
                approvals.getObject().suspend(each.caseNumber(), new Suspension(cause, each.performer(), reason));
            } else if (!each.caseStatus().isFinal()) {
                outbox.queue(noticeOf(each, state, limits == null ? reason : limits, now));
            }
        }
    }

    /** Whoever asked, and whoever was asked, go on without it otherwise. */
    private Notice noticeOf(Consent consent, ConsentState state, String words, Instant now) {
        String number = consent.caseNumber();
        String id = "%s-%s-%s-%d".formatted(number, NoticeKind.CONSENT_CHANGED, consent.id(), now.toEpochMilli());
        Notice notice = Notice.of(id, NoticeKind.CONSENT_CHANGED, number)
                .because((state == ConsentState.WITHDRAWN
                                ? "%s has withdrawn the consent: “%s”."
                                : "%s has limited the consent to “%s”.")
                        .formatted(consent.performer(), words));
        for (String group : cases.groupsAsked(number)) {
            notice = notice.toGroup(group);
        }
        return notice;
    }

    /** What rests on the same yes: consents alike, in cases whose request still names the person. */
    private List<Consent> restingOn(Consent consent) {
        return consents.alike(consent).stream()
                .filter(each -> cases.request(each.caseNumber()).names(each.performer()))
                .toList();
    }

    /** All cases at once and in the order of their numbers; again when another one was confirmed while this waited. */
    private void lockAll(Consent consent) {
        Set<String> locked = new TreeSet<>();
        Set<String> concerned = concerned(consent);
        while (!locked.containsAll(concerned)) {
            locked.addAll(concerned);
            record.lockAll(locked);
            concerned = concerned(consent);
        }
    }

    private Set<String> concerned(Consent consent) {
        Set<String> numbers = new TreeSet<>(Set.of(consent.caseNumber()));
        consents.alike(consent).forEach(each -> numbers.add(each.caseNumber()));
        return numbers;
    }

    private Consent get(String id) {
        return consents.find(id).orElseThrow(UnknownConsent::new);
    }

    private static void requireInForce(Consent consent) {
        String sentence =
                switch (consent.state()) {
                    case GIVEN, LIMITED -> "";
                    case WITHDRAWN -> "This consent has been withdrawn already.";
                    case EXPIRED -> "This consent has ended already.";
                    case ASKED ->
                        "Nobody has given this consent yet. Please answer the task “Confirm consent” instead.";
                    case NO_LONGER_NAMED ->
                        "The request no longer names this person, so nothing rests on this consent.";
                    case REFUSED, NOT_REQUIRED, CONFIDENTIAL ->
                        "This consent was never given, so there is nothing to change.";
                };
        if (!sentence.isEmpty()) {
            throw new BadInput("", sentence);
        }
    }

    private static boolean isInForce(Status status) {
        return status == Status.APPROVED || status == Status.SUSPENDED;
    }

    private static Map<String, Object> payload(
            Consent consent, ConsentState state, @Nullable String limits, String reason, Instant since) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("performer", consent.performer());
        payload.put("state", state);
        payload.put("reason", reason);
        payload.put("since", since);
        if (limits != null) {
            payload.put("limits", limits);
        }
        return payload;
    }
}
