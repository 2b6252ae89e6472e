package org.clearancedesk.web.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.evidence.EvidenceFile;
import org.clearancedesk.evidence.EvidenceIntake;
import org.clearancedesk.evidence.ReviewedFiles;
import org.clearancedesk.evidence.file.TemporaryFile;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.web.NotFound;
import org.clearancedesk.web.SteadyDownload;
import org.clearancedesk.web.register.CaseAccess;
import org.clearancedesk.web.register.LateFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class EvidenceApi {

    private final Evidence evidence;
    private final EvidenceIntake intake;
    private final ReviewedFiles reviewed;
    private final LateFiles late;
    private final CaseAccess access;
    private final CurrentCaller caller;

    EvidenceApi(
            Evidence evidence,
            EvidenceIntake intake,
            ReviewedFiles reviewed,
            LateFiles late,
            CaseAccess access,
            CurrentCaller caller) {
        this.late = late;
        this.evidence = evidence;
        this.intake = intake;
        this.reviewed = reviewed;
        this.access = access;
        this.caller = caller;
    }

    @Operation(
            summary = "Hand in a file for a request that is still being written",
            description = "Name its id in “evidence” of the request. It is dropped after a day without one.")
    @PostMapping(path = "/api/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    EvidenceFile handIn(@RequestPart MultipartFile file) throws IOException {
        return stored(null, file);
    }

    @Operation(summary = "Hand in a file for a case")
    @PostMapping(path = "/api/requests/{number}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<EvidenceFile> handIn(@PathVariable String number, @RequestPart MultipartFile file)
            throws IOException {
        ClearanceCase about = access.open(number);
        intake.requireOpen(number, caller.get().user());
        reviewed.requireOpen(about, caller.get().isIn(DeskGroup.TALENT_RELATIONS));
        EvidenceFile stored = stored(number, file);
        return ResponseEntity.created(URI.create("/api/requests/" + number + "/evidence/" + stored.id()))
                .body(stored);
    }

    private EvidenceFile stored(@Nullable String number, MultipartFile file) throws IOException {
        try (TemporaryFile content = new TemporaryFile()) {
            file.transferTo(content.path().toFile());
            return intake.store(
                    number, file.getOriginalFilename(), content, caller.get().user());
        }
    }

    @Operation(
            summary = "Say that you were shown a file that came in after the review had begun",
            description =
                    "By somebody of legal; by a Netflix contact while the request is with them. Until then the case does not go on.")
    @PostMapping("/api/requests/{number}/evidence/{id}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable String number, @PathVariable String id) {
        late.seen(number, id);
    }

    @Operation(
            summary = "A file of a case",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The file as handed in",
                            content =
                                    @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))))
    @GetMapping("/api/requests/{number}/evidence/{id}")
    void download(
            @PathVariable String number,
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        access.open(number);
        EvidenceFile file = evidence.open(number, id).orElseThrow(() -> notThere(number));
        try (TemporaryFile content = new TemporaryFile()) {
            try (OutputStream to = Files.newOutputStream(content.path())) {
                if (!evidence.copy(file, to)) {
                    throw notThere(number);
                }
            }
            response.setContentType(file.type());
            response.setContentLengthLong(file.size());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(file.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            SteadyDownload.send(content.path(), response.getOutputStream());
        }
    }

    private static NotFound notThere(String number) {
        return new NotFound("Request %s has no such file. Please check the link.".formatted(number));
    }
}
