package org.clearancedesk.workflow;

import java.util.List;
import org.clearancedesk.notice.Attachment;
import org.clearancedesk.notice.CaseSummary;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.Notices;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.Causes;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.LetterBook;
import org.clearancedesk.register.StoredLetter;
import org.clearancedesk.request.ClearanceRequest;
import org.clearancedesk.trace.Correlation;
import org.clearancedesk.triage.Tier;
import org.clearancedesk.triage.Triage;
import org.springframework.stereotype.Component;

/** Sends a notice with what the record says about its case; of a confidential one no word that could give it away. */
@Component
class Courier {

    private final Cases cases;
    private final LetterBook letters;
    private final Causes causes;
    private final Notices notices;

    Courier(Cases cases, LetterBook letters, Causes causes, Notices notices) {
        this.cases = cases;
        this.letters = letters;
        this.causes = causes;
        this.notices = notices;
    }

    void send(Notice notice, List<Attachment> attachments) {
        String cause = Correlation.current()
                .or(() -> causes.of(notice.requestNumber()))
                .orElse(null);
        Correlation.resume(cause, () -> sendNow(notice, attachments));
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
                        about.netflixContact(),
                        triage.tier(),
                        triage.tier() == Tier.LOW,
                        triage.findings(),
                        letters.ofCase(about.number()).map(StoredLetter::number).orElse(null),
                        request.confidential()),
                request.confidential() ? List.of() : attachments);
    }
}
