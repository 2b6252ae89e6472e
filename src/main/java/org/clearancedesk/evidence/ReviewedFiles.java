package org.clearancedesk.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Step;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.Status;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.LegalReview;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that nobody decides on a case with files that no reviewer was shown. */
@Component
@Transactional(readOnly = true)
public class ReviewedFiles {

    /** By which step the files of a case are looked at while it stands where it does. */
    private static final Map<Status, Step> LOOKED_AT = Map.of(
            Status.ESCALATED, Step.ASSESS_ESCALATED_USE,
            Status.IN_REVIEW, Step.REVIEW_LEGAL_EXPOSURE,
            Status.AWAITING_APPROVAL, Step.REVIEW_LEGAL_EXPOSURE);

    private final CaseRepository cases;
    private final CanonicalJson json;

    ReviewedFiles(CaseRepository cases, CanonicalJson json) {
        this.cases = cases;
        this.json = json;
    }

    /** A file as an event tells of it. */
    public record Late(String id, String name) {}

    /**
     * Asks whether a case takes a file at the moment.
     *
     * @param answersForConsents whether the person is of talent relations, who hand in what proves a consent
     * @throws BadInput when whoever would have to see it has seen the case already
     */
    public void requireOpen(ClearanceCase about, boolean answersForConsents) {
        requireNotReviewed(about.number(), about.status());
        if (about.status() == Status.IN_REVIEW && !answersForConsents && isReviewedByLegal(about.number())) {
            throw new BadInput(
                    "file",
                    "Legal has reviewed request %s without this file. Please hand it in when the request comes back for changes, or withdraw the request and send it anew."
                            .formatted(about.number()));
        }
    }

    /** @throws BadInput when whoever decides has looked at the case, which is to go on as they saw it */
    void requireNotReviewed(String number, Status status) {
        if (status == Status.ESCALATED
                && cases.opinionsOfThisRound(number).stream()
                        .anyMatch(given -> given.opinion() instanceof EscalationAssessment)) {
            throw new BadInput(
                    "file",
                    "The Netflix contact has decided on request %s without this file. If it matters, please tell the contact, or send a new request."
                            .formatted(number));
        }
        if (status == Status.AWAITING_APPROVAL) {
            throw new BadInput(
                    "file",
                    "Request %s has been reviewed, so it takes no file before the approver has decided. If the file matters, the approver has to ask for changes."
                            .formatted(number));
        }
    }

    /**
     * Makes sure that legal was shown every file, or talent relations named it in a consent of this round.
     *
     * @param approver who decides; what only they have looked at, no reviewer was shown
     * @throws BadInput when a file came in too late for that
     */
    public void requireAllSeen(String number, String approver) {
        List<CaseEvent> events = cases.events(number);
        unseen(
                        review(Step.REVIEW_LEGAL_EXPOSURE, events, null),
                        events,
                        seen -> !seen.actor().equals(approver),
                        handedIn -> true)
                .stream()
                .findFirst()
                .ifPresent(late -> {
                    throw new BadInput(
                            "",
                            "“%s” came in after legal’s review had begun, and no reviewer was shown it. Please ask legal to look at it and to say so on the page of the request, or ask for changes, so that it is reviewed."
                                    .formatted(late.name()));
                });
    }

    /**
     * Makes sure that the contact was shown every file of a use that goes ahead without anybody else's look at it.
     *
     * @throws BadInput when a file came in after the contact had taken the task
     */
    public void requireShownTo(String contact, String number) {
        List<CaseEvent> events = cases.events(number);
        unseen(
                        review(Step.ASSESS_ESCALATED_USE, events, contact),
                        events,
                        seen -> seen.actor().equals(contact),
                        handedIn -> !handedIn.actor().equals(contact))
                .stream()
                .findFirst()
                .ifPresent(late -> {
                    throw new BadInput(
                            "",
                            "“%s” came in after you had taken this task. Please look at it and say so on the page of the request; then send your answer again."
                                    .formatted(late.name()));
                });
    }

    /**
     * The files that came in after whoever looks at them had begun, and that they were not shown; empty once it is decided.
     *
     * @param events of the case
     * @param person who is to look at them; their own file somebody else looks at
     */
    public List<Late> unseen(ClearanceCase about, List<CaseEvent> events, String person) {
        Step step = LOOKED_AT.get(about.status());
        return step == null
                ? List.of()
                : unseen(review(step, events, person), events, seen -> true, handedIn -> !handedIn.actor()
                        .equals(person));
    }

    /** Whether a task brings the files of a case before somebody, so that it matters when it was taken. */
    public static boolean areLookedAtBy(Step step) {
        return LOOKED_AT.containsValue(step);
    }

    /** Whether somebody handed such a file in for the case that these events are of. */
    public boolean isHandedIn(List<CaseEvent> events, String id) {
        return events.stream()
                .filter(event -> event.type() == EventType.EVIDENCE_ADDED)
                .map(event -> json.read(event.payload(), Late.class).id())
                .anyMatch(id::equals);
    }

    private List<Late> unseen(
            LastReview review, List<CaseEvent> events, Predicate<CaseEvent> seen, Predicate<CaseEvent> handedIn) {
        int begun = review.begun();
        Set<String> shown = new HashSet<>(namedInConsents(events));
        events.stream()
                .filter(event -> event.type() == EventType.EVIDENCE_SEEN && seen.test(event))
                .forEach(event ->
                        shown.add(json.read(event.payload(), Late.class).id()));
        return events.stream()
                .filter(event ->
                        event.type() == EventType.EVIDENCE_ADDED && event.sequence() > begun && handedIn.test(event))
                .map(event -> json.read(event.payload(), Late.class))
                .filter(file -> !shown.contains(file.id()))
                .toList();
    }

    /** Whether a review was taken up that is not given yet. */
    public boolean isUnderReview(Step step, List<CaseEvent> events) {
        return review(step, events, null).isUnderWay();
    }

    private boolean isReviewedByLegal(String number) {
        return cases.opinionsOfThisRound(number).stream().anyMatch(given -> given.opinion() instanceof LegalReview);
    }

    private Set<String> namedInConsents(List<CaseEvent> events) {
        return cases.opinionsOfThisRound(events).stream()
                .map(given -> given.opinion() instanceof ConsentReview review ? review.consent() : null)
                .filter(consent -> consent != null)
                .flatMap(consent -> consent.evidence().stream())
                .collect(Collectors.toSet());
    }

    private LastReview review(Step step, List<CaseEvent> events, @Nullable String person) {
        return LastReview.of(step, events, person, json);
    }
}
