package org.clearancedesk.web.people;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ClearanceProcess;
import org.clearancedesk.intake.EmailAddress;
import org.clearancedesk.intake.Fields;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.Contact;
import org.clearancedesk.people.Contacts;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.ContactEvents;
import org.clearancedesk.register.Status;
import org.clearancedesk.standing.StandingApprovals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets administrators put another Netflix contact in the place of the one that a request named. */
@Component
class ContactCorrections {

    private static final Set<Status> NOBODY_TO_TELL = EnumSet.of(Status.REFUSED, Status.WITHDRAWN);

    private final CaseRepository cases;
    private final ApprovalEvents record;
    private final ContactEvents named;
    private final Contacts contacts;
    private final StandingApprovals standing;
    private final ClearanceProcess process;
    private final Outbox outbox;

    ContactCorrections(
            CaseRepository cases,
            ApprovalEvents record,
            ContactEvents named,
            Contacts contacts,
            StandingApprovals standing,
            ClearanceProcess process,
            Outbox outbox) {
        this.cases = cases;
        this.record = record;
        this.named = named;
        this.contacts = contacts;
        this.standing = standing;
        this.process = process;
        this.outbox = outbox;
    }

    /** Who is to be told from now on, and why. */
    record Correction(String contact, String reason) {

        static Correction from(Map<String, ?> given) {
            Fields fields = new Fields("", given);
            Correction correction =
                    new Correction(fields.text("contact", Fields.SHORT_TEXT), fields.text("reason", Fields.LONG_TEXT));
            fields.complete();
            return correction;
        }
    }

    /**
     * From then on the new contact is told of the case and sees it, and the earlier one no longer.
     *
     * @throws NotAllowed when the caller is no administrator
     * @throws BadInput when the address is not that of a contact, or nothing would change
     */
    @Transactional
    public void correct(String number, Correction correction, Caller caller) {
        if (!caller.isIn(DeskGroup.ADMINS)) {
            throw new NotAllowed("Only administrators correct the Netflix contact of a request.");
        }
        cases.get(number, caller.reader());
        record.lock(number);
        ClearanceCase before = cases.get(number);
        Optional<String> user = contacts.require("contact", correction.contact(), before.requester());
        if (EmailAddress.same(before.netflixContact(), correction.contact()) && isStillOf(before, user)) {
            throw new BadInput("contact", "This is the Netflix contact of %s already.".formatted(number));
        }
        int sequence = named.corrected(
                number,
                caller.user(),
                before.netflixContact(),
                correction.contact(),
                user.orElse(null),
                correction.reason());
        tellTheNewOne(before, sequence);
        contacts.of(before.requester()).stream()
                .map(Contact::user)
                .filter(earlier -> earlier.equals(before.contactUser()))
                .forEach(earlier -> outbox.queue(
                        notice(NoticeKind.CONTACT_RELIEVED, number, sequence).withPerson(earlier)));
        process.tryToDiscloseAgain(number);
    }

    /** The address may be somebody else's by now, who sees nothing of the case before they are named. */
    private static boolean isStillOf(ClearanceCase before, Optional<String> user) {
        return before.contactUser() == null
                || user.map(before.contactUser()::equals).orElse(true);
    }

    private void tellTheNewOne(ClearanceCase about, int sequence) {
        String number = about.number();
        if (about.status() == Status.DISCLOSED) {
            outbox.queue(notice(NoticeKind.DISCLOSURE, number, sequence));
        } else if (about.status() == Status.COVERED) {
            String because = standing.coveredBy(number)
                    .map("Covered by the standing approval %s."::formatted)
                    .orElse(null);
            outbox.queue(notice(NoticeKind.COVERED_DISCLOSURE, number, sequence).because(because));
        } else if (!NOBODY_TO_TELL.contains(about.status())) {
            outbox.queue(notice(NoticeKind.CONTACT_NAMED, number, sequence));
        }
    }

    private static Notice notice(NoticeKind kind, String number, int sequence) {
        return Notice.of("%s-%s-%d".formatted(number, kind, sequence), kind, number);
    }
}
