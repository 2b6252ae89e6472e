package org.clearancedesk.web;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.Tool;
import org.clearancedesk.production.Production;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beyond what the code shows by itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    private static final String PROBLEM = "Problem";
    private static final String PASSWORD = "password";
    private static final String SESSION = "session";
    private static final List<String> OPTIONAL =
            List.of("codeName", "performers", "evidence", "predecessor", "union", "representative");

    @Bean
    OpenAPI description(@Value("${server.servlet.session.cookie.name}") String session) {
        return new OpenAPI()
                .info(new Info()
                        .title("GenAI clearance desk")
                        .version("1")
                        .description(
                                "Ask for a use of generative AI, follow it, and prove what was allowed. A text has up to"
                                        + " 200 characters, the description up to 4,000. What cannot be taken is answered"
                                        + " with a problem document (RFC 9457) that names each field."))
                .components(new Components()
                        .addSecuritySchemes(
                                PASSWORD,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name(session)
                                        .description(
                                                "A call that is no GET sends the cookie DESK-CSRF back in the header"
                                                        + " X-DESK-CSRF.")))
                .addSecurityItem(new SecurityRequirement().addList(PASSWORD))
                .addSecurityItem(new SecurityRequirement().addList(SESSION));
    }

    @Bean
    OpenApiCustomizer requiredFields() {
        return document -> {
            for (Class<?> type :
                    List.of(ClearanceRequest.class, Production.class, Tool.class, Performer.class, Facts.class)) {
                Schema<?> schema =
                        requireNonNull(document.getComponents().getSchemas().get(type.getSimpleName()));
                schema.setRequired(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !OPTIONAL.contains(name))
                        .toList());
            }
        };
    }

    @Bean
    OpenApiCustomizer problemDocuments() {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problem());
            document.getPaths().forEach((path, item) -> {
                if (path.startsWith("/api/")) {
                    item.readOperationsMap().forEach((method, operation) -> refusals(path, method, operation));
                }
            });
        };
    }

    private static void refusals(String path, PathItem.HttpMethod method, Operation operation) {
        refusal(operation, "401", "Nobody is signed in");
        refusal(operation, "403", "Not the caller's to do");
        if (path.contains("{number}")) {
            refusal(operation, "404", "No such thing that the caller may see");
        }
        if (method == PathItem.HttpMethod.POST) {
            refusal(operation, "400", "Not readable");
            refusal(operation, "415", "Not the format that is read here");
        }
        if (method == PathItem.HttpMethod.POST || path.equals("/api/requests")) {
            refusal(operation, "422", "Fields that have to be mended, each with a sentence");
        }
        if (method == PathItem.HttpMethod.POST && path.endsWith("/evidence")) {
            refusal(operation, "413", "Larger than 25 MB");
        }
    }

    private static void refusal(Operation operation, String status, String when) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(when)
                                .content(new Content()
                                        .addMediaType("application/problem+json", new MediaType().schema(schema))));
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema();
        error.addProperty("field", text("A path such as performers[0].name; empty for the whole"));
        error.addProperty("message", text("What to do about it"));
        Schema<?> errors = new ArraySchema();
        errors.setItems(error);
        errors.setDescription("Each field that has to be mended");
        Schema<?> problem = new ObjectSchema();
        problem.setDescription("What is wrong (RFC 9457)");
        problem.addProperty("title", text("The kind of problem"));
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", text("One or more sentences for the person who can mend it"));
        problem.addProperty("instance", text("The address that was called"));
        problem.addProperty("errors", errors);
        problem.addProperty("correlation", text("The id under which the log tells of the call"));
        return problem;
    }

    private static Schema<?> text(String description) {
        Schema<?> text = new StringSchema();
        text.setDescription(description);
        return text;
    }
}
