package org.clearancedesk.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.evidence.EvidenceFile;
import org.clearancedesk.evidence.ReviewedFiles;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Status;
import org.clearancedesk.request.BadInput;
import org.springframework.http.CacheControl;
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

    /** The holder of such an approval may still have to show something. */
    private static final Set<Status> LIVING = Set.of(Status.APPROVED, Status.SUSPENDED);

    private final Evidence evidence;
    private final ReviewedFiles reviewed;
    private final CaseDoor door;
    private final CurrentCaller caller;

    EvidenceApi(Evidence evidence, ReviewedFiles reviewed, CaseDoor door, CurrentCaller caller) {
        this.evidence = evidence;
        this.reviewed = reviewed;
        this.door = door;
        this.caller = caller;
    }

    @Operation(
            summary = "Hand in a file for a request that is still being written",
            description = "Name its id in “evidence” of the request. It is dropped after a day without one.")
    @PostMapping(path = "/api/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    EvidenceFile handIn(@RequestPart MultipartFile file) throws IOException {
        return evidence.store(
                null, file.getOriginalFilename(), file.getBytes(), caller.get().user());
    }

    @Operation(summary = "Hand in a file for a case")
    @PostMapping(path = "/api/requests/{number}/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<EvidenceFile> handIn(@PathVariable String number, @RequestPart MultipartFile file)
            throws IOException {
        ClearanceCase about = door.open(number);
        boolean hasConditions = LIVING.contains(about.status())
                && about.requester().equals(caller.get().user());
        if (about.status().isFinal() && !hasConditions) {
            throw new BadInput(
                    "file",
                    "Request %s has come to its end; its record takes no more files. Please send a new request."
                            .formatted(number));
        }
        reviewed.requireOpen(about, caller.get().isIn(DeskGroup.TALENT_RELATIONS));
        EvidenceFile stored = evidence.store(
                number,
                file.getOriginalFilename(),
                file.getBytes(),
                caller.get().user());
        return ResponseEntity.created(URI.create("/api/requests/" + number + "/evidence/" + stored.id()))
                .body(stored);
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
    ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable String id) {
        door.open(number);
        EvidenceFile.Download download = evidence.download(number, id)
                .orElseThrow(
                        () -> new NotThere("Request %s has no such file. Please check the link.".formatted(number)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(download.file().type()))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(download.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(download.content());
    }
}
