package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.clearancedesk.intake.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RunningDesk
class TheApiDocumentTest {

    private final JsonNode document;
    private final Floor floor;

    TheApiDocumentTest(Floor floor) {
        this.floor = floor;
        this.document = floor.as("requester").get("/api/openapi").expect(200).json();
    }

    private JsonNode schema(String name) {
        return document.get("components").get("schemas").path(name);
    }

    @ParameterizedTest
    @CsvSource({
        "post, /api/triage",
        "post, /api/requests",
        "get, /api/requests",
        "get, /api/requests/{number}",
        "post, /api/requests/{number}/withdrawal",
        "get, /api/requests/{number}/letter",
        "get, /api/requests/{number}/record",
        "get, /api/requests/{number}/record.pdf",
        "get, /api/requests/{number}/record.zip",
        "post, /api/requests/{number}/evidence",
        "get, /api/requests/{number}/evidence/{id}",
        "post, /api/requests/{number}/evidence/{id}/seen",
        "post, /api/evidence",
        "post, /api/requests/validation",
        "get, /api/record/verification",
        "post, /api/record/checkpoint",
        "get, /api/record/checkpoints",
        "get, /api/requests/{number}/letter.jws",
        "get, /verify/{letterNumber}",
        "post, /verify/{letterNumber}",
        "post, /api/requests/{number}/standing-approval",
        "post, /api/requests/{number}/standing-approval/end",
        "get, /api/consents",
        "get, /api/consents/{id}",
        "post, /api/consents/{id}/withdrawal",
        "post, /api/consents/{id}/limitation",
        "get, /api/agreements",
        "post, /api/agreements/{id}/strike"
    })
    void hasEveryCallWithASummary(String method, String path) {
        assertThat(document.at("/paths/" + path.replace("/", "~1") + "/" + method + "/summary")
                        .asText())
                .isNotBlank();
    }

    @Test
    void hasTheTwentyThreeFactsWithTheirValuesAllRequired() {
        JsonNode facts = schema("Facts");

        assertThat(facts.get("properties")).hasSize(23);
        for (RecordComponent fact : Facts.class.getRecordComponents()) {
            JsonNode shown = facts.get("properties").get(fact.getName());
            if (fact.getType() == boolean.class) {
                assertThat(shown.get("type").asText()).isEqualTo("boolean");
            } else {
                assertThat(texts(shown.get("enum")))
                        .as(fact.getName())
                        .containsExactly(Arrays.stream(fact.getType().getEnumConstants())
                                .map(String::valueOf)
                                .toArray(String[]::new));
            }
            assertThat(texts(facts.get("required"))).contains(fact.getName());
        }
    }

    @Test
    void showsWhatARequestConsistsOf() {
        String body = "/paths/~1api~1requests/post/requestBody/content/application~1json/schema/$ref";

        assertThat(document.at(body).asText()).endsWith("/ClearanceRequest");
        assertThat(document.at("/paths/~1api~1triage/post/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .endsWith("/Facts");
        assertThat(texts(schema("ClearanceRequest").get("required")))
                .containsExactlyInAnyOrder("title", "description", "production", "tool", "netflixContact", "facts");
        assertThat(texts(schema("Performer").get("required"))).containsExactlyInAnyOrder("name", "role", "use");
    }

    @Test
    void saysThatRefusalsAreProblemDocuments() {
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(call -> {
                    if (path.getKey().startsWith("/api/")) {
                        assertThat(call.getValue()
                                        .at("/responses/401/content/application~1problem+json/schema/$ref")
                                        .asText())
                                .as("%s %s", call.getKey(), path.getKey())
                                .endsWith("/Problem");
                    }
                }));
        assertThat(schema("Problem")
                        .at("/properties/errors/items/properties/field/type")
                        .asText())
                .as(schema("Problem").toPrettyString())
                .isEqualTo("string");
    }

    @Test
    void tellsOfNothingButTheDesksOwnCalls() {
        document.get("paths").fieldNames().forEachRemaining(path -> assertThat(path)
                .matches("/(api|verify)/.*"));
        assertThat(document.toString()).doesNotContainIgnoringCase("camunda");
    }

    @Test
    void isReadableOnAPageForPeopleWhoSignedIn() {
        Answer docs = floor.signedIn("requester").get("/api/docs").expect(302);

        assertThat(floor.signedIn("requester")
                        .get(docs.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .expect(200)
                        .text())
                .contains("swagger-ui");
    }

    private static java.util.List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
