package org.clearancedesk.process.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.letter.SignedLetter;
import org.clearancedesk.letter.WrittenApprovals;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.approval.ApprovalStarter;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.Status;
import org.clearancedesk.review.ApprovalDecision;
import org.springframework.stereotype.Component;

/**
 * Issues the letter of an approval that was decided. It is signed first, while everybody else can go on; then the case is
 * locked, and the letter is kept only when nothing came between.
 */
@Component
class IssueWrittenApproval implements JavaDelegate {

    private static final String DECISION_OVERTAKEN = "DECISION_OVERTAKEN";

    private final CaseFiles files;
    private final WrittenApprovals approvals;
    private final LetterRepository letters;
    private final Consents consents;
    private final CaseRepository cases;
    private final ApprovalEvents record;
    private final ApprovalStarter beginning;
    private final Renewals renewals;
    private final Clock clock;

    IssueWrittenApproval(
            CaseFiles files,
            WrittenApprovals approvals,
            LetterRepository letters,
            Consents consents,
            CaseRepository cases,
            ApprovalEvents record,
            ApprovalStarter beginning,
            Renewals renewals,
            Clock clock) {
        this.files = files;
        this.approvals = approvals;
        this.letters = letters;
        this.consents = consents;
        this.cases = cases;
        this.record = record;
        this.beginning = beginning;
        this.renewals = renewals;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        ApprovalStarter.Terms terms = beginning.termsOf(number);
        if (letters.ofCase(number).isEmpty()) {
            requireNotOvertaken(number);
            SignedLetter letter = approvals.sign(number);
            requireSameRound(number, letter.round());
            requireNotOvertaken(number);
            approvals.keep(letter, terms.conditions());
        }
        beginning.of(number, terms);
    }

    /** Keeps others from changing the case from here on. */
    private void requireSameRound(String number, int round) {
        List<String> concerned = new ArrayList<>(List.of(number));
        renewals.predecessorOf(number).ifPresent(concerned::add);
        record.lockAll(concerned);
        ClearanceCase now = cases.get(number);
        if (now.status() != Status.AWAITING_APPROVAL || now.round() != round) {
            // It was withdrawn meanwhile. The engine then lets this go quietly.
            throw new OptimisticLockingException("%s is no longer waiting for its letter.".formatted(number));
        }
    }

    private void requireNotOvertaken(String number) {
        List<String> against = new ArrayList<>(consents.noLongerHolding(number));
        lastDay(number)
                .filter(day -> day.isBefore(LocalDate.now(clock)))
                .ifPresent(day -> against.add(
                        "The approval was to hold until %s, and that day was over before the letter was out."
                                .formatted(day)));
        if (!against.isEmpty()) {
            record.overtaken(number, String.join("\n", against));
            throw new BpmnError(DECISION_OVERTAKEN);
        }
    }

    private Optional<LocalDate> lastDay(String number) {
        return cases.opinionsOfThisRound(number).stream()
                .map(given -> given.opinion())
                .filter(ApprovalDecision.class::isInstance)
                .flatMap(opinion -> Optional.ofNullable(((ApprovalDecision) opinion).validUntil()).stream())
                .findFirst();
    }
}
