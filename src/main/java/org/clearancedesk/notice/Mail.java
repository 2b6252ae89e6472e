package org.clearancedesk.notice;

import java.time.Instant;
import java.util.List;

/**
 * One mail to one person.
 *
 * @param id the local part of its Message-ID; stays the same when the sending is repeated
 */
record Mail(
        String id,
        NoticeKind kind,
        String requestNumber,
        String to,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        Instant writtenAt) {}
