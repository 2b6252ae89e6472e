package org.clearancedesk.process.notice;

import java.util.List;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.notice.Attachment;
import org.clearancedesk.notice.CaseSummary;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.NoticeNotSent;
import org.clearancedesk.notice.Notices;
import org.clearancedesk.people.Contact;
import org.clearancedesk.people.Contacts;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.StoredLetter;
import org.clearancedesk.trace.Correlation;
import org.springframework.stereotype.Component;

/** Sends a notice with what the record says about its case; of a confidential one no word that could give it away. */
@Component
public class NoticeSender {

    private final CaseRepository cases;
    private final LetterRepository letters;
    private final Notices notices;
    private final Contacts contacts;

    NoticeSender(CaseRepository cases, LetterRepository letters, Notices notices, Contacts contacts) {
        this.cases = cases;
        this.letters = letters;
        this.notices = notices;
        this.contacts = contacts;
    }

    public void send(Notice notice, List<Attachment> attachments) {
        String cause = Correlation.current()
                .or(() -> cases.correlation(notice.requestNumber()))
                .orElse(null);
        Correlation.resume(cause, () -> sendNow(notice, attachments));
    }

    /**
     * Nobody is told who is no contact of the desk's. A use waits until the right one knows of it; anything else that has to
     * be said is said to the other contacts.
     */
    private List<String> contactsOf(ClearanceCase about, NoticeKind kind) {
        if (contacts.accepts(about)) {
            return List.of(about.netflixContact());
        }
        if (kind.discloses()) {
            throw new NoticeNotSent(
                    "The Netflix contact of request %s is nobody whom the desk may tell of it. An administrator has to correct the contact on the page of the request, and the use is then disclosed."
                            .formatted(about.number()),
                    null);
        }
        return contacts.of(about.requester()).stream().map(Contact::address).toList();
    }

    private void sendNow(Notice notice, List<Attachment> attachments) {
        ClearanceCase about = cases.get(notice.requestNumber());
        ClearanceRequest request = cases.request(about.number()).disguised();
        Triage triage = cases.triage(about.number()).orElseThrow();
        notices.send(
                request.confidential() ? notice.because(null) : notice,
                new CaseSummary(
                        about.number(),
                        request.title(),
                        request.production().title(),
                        "%s (%s)"
                                .formatted(request.tool().name(), request.tool().vendor()),
                        request.description(),
                        about.requester(),
                        contactsOf(about, notice.kind()),
                        triage.tier(),
                        triage.tier() == Tier.LOW,
                        triage.findings(),
                        letters.ofCase(about.number()).map(StoredLetter::number).orElse(null),
                        request.confidential()),
                request.confidential() ? List.of() : attachments);
    }
}
