package org.clearancedesk.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearancedesk.register.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notices: one mail to each person of each audience, never two to the same. */
public class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Recipients recipients;
    private final Composer composer = new Composer();
    private final Links links;
    private final MailSender mailSender;
    private final Clock clock;
    private final SentMailCache sentMailCache = new SentMailCache();

    Notices(AddressBook addresses, Links links, MailSender mailSender, Clock clock) {
        this.recipients = new Recipients(addresses);
        this.links = links;
        this.mailSender = mailSender;
        this.clock = clock;
    }

    /**
     * Sends now. When somebody has no address, or the handing over of one mail fails, the others still go out and the failure
     * is thrown afterwards; a repetition with the same notice id leaves out those who have theirs.
     *
     * @param attachments the letter for a notice that carries one, unless the case is confidential; else empty
     * @throws NoticeNotSent when somebody has no address or a mail could not be handed over
     */
    public void send(Notice notice, CaseSummary about, List<Attachment> attachments) {
        boolean letterGoesWith = notice.kind().carriesLetter() && !about.confidential();
        if (attachments.isEmpty() == letterGoesWith) {
            throw new IllegalArgumentException(
                    notice.kind() + (letterGoesWith ? " needs the letter." : " carries no attachment."));
        }
        List<NoticeNotSent> failures = new ArrayList<>();
        for (Mail mail : mails(notice, about, attachments, failures)) {
            try {
                if (!sentMailCache.contains(mail.id())) {
                    mailSender.post(mail);
                    sentMailCache.add(mail.id());
                    LOG.info("{} {}: mail {} went out", notice.requestNumber(), notice.kind(), mail.id());
                }
            } catch (NoticeNotSent e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            LOG.warn(
                    "{} {}: {} could not be told. Whom it is about stands in the incident.",
                    notice.requestNumber(),
                    notice.kind(),
                    failures.size() == 1 ? "somebody" : "several");
            throw NoticeNotSent.of(failures);
        }
    }

    private List<Mail> mails(
            Notice notice, CaseSummary about, List<Attachment> attachments, List<NoticeNotSent> missing) {
        Map<String, Mail> mails = new LinkedHashMap<>();
        for (NoticeDelivery noticeDelivery : notice.kind().told()) {
            NoticeText text = new NoticeText(
                    notice,
                    about,
                    noticeDelivery.audience(),
                    links.to(noticeDelivery.link(), notice, about),
                    clock.getZone());
            for (String address : recipients.of(noticeDelivery.audience(), notice, about, missing)) {
                String key = address.strip().toLowerCase(Locale.ROOT);
                mails.computeIfAbsent(
                        key,
                        unseen -> new Mail(
                                idOf(notice, key),
                                notice.kind(),
                                notice.requestNumber(),
                                address,
                                text.subject(),
                                composer.text(text),
                                composer.html(text),
                                attachments,
                                clock.instant()));
            }
        }
        return List.copyOf(mails.values());
    }

    private static String idOf(Notice notice, String address) {
        return Sha256.of(notice.id() + '\n' + address).substring(0, 32);
    }
}
