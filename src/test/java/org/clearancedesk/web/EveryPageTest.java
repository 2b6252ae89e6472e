package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All pages there are, found among the controllers and not by a list. */
@RunningDesk
class EveryPageTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Floor floor;
    private final RequestMappingHandlerMapping mappings;

    EveryPageTest(Floor floor, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.floor = floor;
        this.mappings = mappings;
    }

    @Test
    void whatIsSentToACaseThatIsNotThereIsAnswered404AndListed() {
        Visitor admin = floor.signedIn("admin");
        Visitor approver = floor.signedIn("approver");
        Set<String> forms = pages(RequestMethod.POST).stream()
                .filter(path -> path.startsWith("/requests/{"))
                .map(path -> path.replace("{number}", "GC-1999-000001").replaceAll("\\{\\w+}", "1"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(forms).contains("/requests/GC-1999-000001/standing", "/requests/GC-1999-000001/standing/end");

        for (String form : forms) {
            for (Visitor person : Set.of(admin, approver)) {
                Answer answer = person.with("Accept", "text/html")
                        .post(form, FORM, "_csrf=" + person.cookie("DESK-CSRF") + "&reason=because");
                assertThat(answer.status()).as(form + answer.text()).isIn(404, 403);
                assertThat(answer.text()).as(form).doesNotContain("Something went wrong");
            }
        }
        assertThat(floor.as("admin")
                        .get("/api/admin/refused-attempts?size=200")
                        .expect(200)
                        .text())
                .contains("/requests/{number}/standing\"", "/requests/{number}/standing/end\"");
    }

    @Test
    void whatIsLookedForAndNotThereIsAnswered404() {
        Visitor admin = floor.signedIn("admin");

        for (String page : pages(RequestMethod.GET)) {
            if (page.contains("{") && !page.startsWith("/v")) {
                Answer answer = admin.with("Accept", "text/html").get(page.replaceAll("\\{\\w+}", "GC-1999-000001"));
                assertThat(answer.status()).as(page).isEqualTo(404);
            }
        }
    }

    @Test
    void afterAFormThatIsRefusedTheWayToTheConsentsIsStillThere() {
        String number = floor.sent("requester", Submission.withLegalReview());
        Visitor admin = floor.signedIn("admin");
        assertThat(admin.with("Accept", "text/html").get("/requests/" + number).text())
                .contains("href=\"/consents\"");

        Answer refused = admin.post(
                "/requests/" + number + "/standing/end", FORM, "_csrf=" + admin.cookie("DESK-CSRF") + "&reason=");

        assertThat(refused.text()).contains("href=\"/consents\"");
    }

    private Set<String> pages(RequestMethod method) {
        Set<String> found = new LinkedHashSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            boolean page = handler.getBeanType().getPackageName().startsWith("org.clearancedesk")
                    && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), RestController.class);
            if (page && mapping.getMethodsCondition().getMethods().contains(method)) {
                found.addAll(mapping.getPatternValues());
            }
        });
        return found;
    }
}
