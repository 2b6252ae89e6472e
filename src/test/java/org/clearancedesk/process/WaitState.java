package org.clearancedesk.process;

import java.util.function.Consumer;
import org.clearancedesk.register.Status;

/** Each place where a case can wait when the desk is stopped: how it comes there, and how it goes on from there. */
enum WaitState {
    ASSESSMENT(
            desk -> desk.requester.asksFor(titled(Use.inDoubt(), "ASSESSMENT")),
            desk -> {
                desk.contact.assesses("INFORM_ONLY");
                desk.runs("discloseToNetflixContact");
            },
            Status.DISCLOSED),
    DISCLOSURE(
            desk -> desk.requester.asksFor(titled(Use.lowRisk(), "DISCLOSURE")),
            desk -> desk.runs("discloseToNetflixContact"),
            Status.DISCLOSED),
    ALL_REVIEWS(
            desk -> desk.requester.asksFor(titled(Use.deAgeing("Ana", "Bruno"), "ALL_REVIEWS")),
            desk -> {
                desk.legal.clears();
                desk.talent.confirms("Ana");
                desk.talent.confirms("Bruno");
                desk.goesOn();
                approved(desk);
            },
            Status.APPROVED),
    BEHIND_REVIEWS(
            desk -> {
                desk.requester.asksFor(titled(Use.deAgeing("Ana", "Bruno"), "BEHIND_REVIEWS"));
                desk.legal.clears();
                desk.talent.confirms("Ana");
            },
            desk -> {
                desk.talent.confirms("Bruno");
                desk.goesOn();
                approved(desk);
            },
            Status.APPROVED),
    JOIN(
            desk -> {
                desk.requester.asksFor(titled(Use.deAgeing("Ana"), "JOIN"));
                desk.legal.clears();
                desk.runs("reviewLegalExposure");
            },
            desk -> {
                desk.talent.confirms("Ana");
                desk.goesOn();
                approved(desk);
            },
            Status.APPROVED),
    APPROVAL(desk -> cleared(desk, "APPROVAL"), WaitState::approved, Status.APPROVED),
    AMENDMENT(
            desk -> {
                desk.requester.asksFor(titled(Use.keyVisual(), "AMENDMENT"));
                desk.legal.wantsLegalChanges("Please name the shots.");
                desk.runs("reviewLegalExposure");
            },
            desk -> {
                desk.requester.amends(titled(Use.lowRisk(), "AMENDMENT"));
                desk.runs("discloseToNetflixContact");
            },
            Status.DISCLOSED),
    LETTER(
            desk -> {
                cleared(desk, "LETTER");
                desk.approver.approves();
            },
            WaitState::issued,
            Status.APPROVED),
    SENDING(
            desk -> {
                cleared(desk, "SENDING");
                desk.approver.approves();
                desk.runs("issueWrittenApproval");
            },
            desk -> desk.runs("sendWrittenApproval"),
            Status.APPROVED),
    REFUSAL(
            desk -> {
                desk.requester.asksFor(titled(Use.keyVisual(), "REFUSAL"));
                desk.legal.refusesLegally("The artwork is not cleared.");
                desk.runs("reviewLegalExposure");
            },
            desk -> desk.runs("sendTheRefusal"),
            Status.REFUSED);

    private final Consumer<Desk> comes;
    private final Consumer<Desk> goesOn;
    private final Status end;

    WaitState(Consumer<Desk> comes, Consumer<Desk> goesOn, Status end) {
        this.comes = comes;
        this.goesOn = goesOn;
        this.end = end;
    }

    void reach(Desk desk) {
        comes.accept(desk);
    }

    /** Finishes the case, under the model in which the sending of a refusal has another name. */
    void finish(Desk desk) {
        goesOn.accept(desk);
    }

    Status end() {
        return end;
    }

    private static Use titled(Use use, String title) {
        return use.with("title", title);
    }

    private static void cleared(Desk desk, String title) {
        desk.requester.asksFor(titled(Use.keyVisual(), title));
        desk.legal.clears();
        desk.runs("reviewLegalExposure");
    }

    private static void approved(Desk desk) {
        desk.approver.approves();
        issued(desk);
    }

    private static void issued(Desk desk) {
        desk.runs("issueWrittenApproval");
        desk.runs("sendWrittenApproval");
    }
}
