package org.clearancedesk.review;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Performer.Role;
import org.clearancedesk.review.Agreement.Minors;
import org.clearancedesk.review.Agreement.Strike;
import org.clearancedesk.web.Submission;
import org.jspecify.annotations.Nullable;

/** Agreements as the desk knows them, and requests that consents are asked for. */
final class SampleAgreement {

    private SampleAgreement() {}

    static Agreement strict() {
        return strict(Minors.ALLOWED, null, 48);
    }

    static Agreement strict(Minors minors, @Nullable Strike strike, int noticeHours) {
        return new Agreement(
                "sample",
                "SAG-AFTRA TV/Theatrical",
                "2026",
                LocalDate.parse("2026-07-01"),
                LocalDate.parse("2030-06-30"),
                noticeHours,
                true,
                Set.of(Role.DECEASED, Role.SYNTHETIC),
                Set.of(Role.DECEASED, Role.MINOR),
                true,
                true,
                true,
                minors,
                strike,
                "",
                true,
                true,
                false);
    }

    static Agreement ofACraft() {
        return new Agreement(
                "craft",
                "SAG-AFTRA TV/Theatrical",
                "2026",
                LocalDate.parse("2024-01-01"),
                null,
                0,
                false,
                Set.of(),
                Set.of(),
                false,
                false,
                false,
                Minors.ALLOWED,
                null,
                "",
                true,
                true,
                false);
    }

    static ClearanceRequest request(String talentUse, String training, boolean reusedElsewhere) {
        Map<String, Object> facts = new LinkedHashMap<>(Submission.facts("R-06"));
        facts.put("talentUse", talentUse);
        facts.put("modelTraining", training);
        facts.put("modelReusedElsewhere", reusedElsewhere);
        Map<String, Object> request = Submission.withConsent(Submission.performer("Ana", "PRINCIPAL"));
        request.put("facts", facts);
        request.put("production", Map.of("code", "ETERNAUTA-S1", "title", "El Eternauta"));
        request.put("evidence", List.of());
        return ClearanceRequest.from(request);
    }
}
