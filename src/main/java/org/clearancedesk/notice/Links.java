package org.clearancedesk.notice;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses that mails lead to. */
final class Links {

    private final String base;

    Links(URI base) {
        this.base = base.toString().replaceFirst("/+$", "");
    }

    String to(LinkTarget linkTarget, Notice notice, CaseSummary about) {
        return switch (linkTarget) {
            case CASE -> base + "/requests/" + notice.requestNumber();
            case REQUESTS -> base + "/requests?mine=false";
            case TASK ->
                base + "/camunda/app/tasklist/default/"
                        + (notice.task() == null
                                ? ""
                                : "#/?task=" + URLEncoder.encode(notice.task(), StandardCharsets.UTF_8));
            case VERIFICATION ->
                about.letter() == null ? to(LinkTarget.CASE, notice, about) : base + "/verify/" + about.letter();
        };
    }
}
