package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.performer;
import static org.clearancedesk.web.Submission.with;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.clearancedesk.HostileText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.web.util.HtmlUtils;

@RunningDesk
class HostileTextOnPagesTest {

    static final List<String> TEXTS = HostileText.ALL;

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/][^<>]*>");
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"");
    private static final Pattern HARM =
            Pattern.compile("(?i)<(script|img|svg|iframe|style|base|object|embed|!--).*|.*hostile.*|.*refresh.*");

    private final Floor floor;

    HostileTextOnPagesTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void isPrintedAsItWasTypedWhereverItComesFrom(String text) {
        Map<String, Object> request = Submission.withConsent(with(performer(text, "PRINCIPAL"), "use", text));
        for (String field : List.of("title", "description")) {
            request = with(request, field, text);
        }
        request = with(with(with(request, "production", "title", text), "tool", "name", text), "tool", "vendor", text);
        String number = floor.sent("requester", request);
        floor.as("requester")
                .upload(
                        "/api/requests/" + number + "/evidence",
                        "note" + text + ".txt",
                        "A".getBytes(StandardCharsets.UTF_8));
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of(
                        "legalOutcome",
                        "CLEARED_WITH_CONDITIONS",
                        "legalReason",
                        text,
                        "legalConditions",
                        List.of(text)));

        assertHarmless(text, 7, "/requests/" + number);
        assertHarmless(text, 2, "/requests?q=" + number);
        assertHarmless(text, 1, "/requests?q=" + Visitor.encoded(text));
        Answer refused = withdraws(number, text.repeat(400));
        assertHarmless(text, 2, refused);
    }

    private Answer withdraws(String number, String reason) {
        return floor.as("requester")
                .post(
                        "/requests/" + number + "/withdrawal",
                        "application/x-www-form-urlencoded",
                        "reason=" + Visitor.encoded(reason));
    }

    private void assertHarmless(String text, int times, String path) {
        assertHarmless(text, times, floor.as("requester").get(path));
    }

    private static void assertHarmless(String text, int times, Answer page) {
        String html = page.expect(200).text();
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(TAG.matcher(html).results().map(MatchResult::group))
                .as("tags of the page, whose values hold no quotes and stay values")
                .noneMatch(
                        tag -> HARM.matcher(VALUE.matcher(tag).replaceAll("")).matches());
        assertThat(html).doesNotContain("href=\"javascript");
        assertThat(html).doesNotContain("49 49", "{{49");
        assertThat(html.split(Pattern.quote(HtmlUtils.htmlEscape(text)), -1).length - 1)
                .as("how often “%s” is on the page", text)
                .isGreaterThanOrEqualTo(times);
    }
}
