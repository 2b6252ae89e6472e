package org.clearancedesk.web.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clearancedesk.audit.archive.Dossiers;
import org.clearancedesk.audit.archive.ExportedRecord;
import org.clearancedesk.audit.archive.FinishedArchive;
import org.clearancedesk.audit.archive.RecordArchive;
import org.clearancedesk.register.ChainReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case's record for programs, for people and for taking away; for whoever may see everything of the case. */
@RestController
@RequestMapping("/api/requests/{number}")
class CaseRecordApi {

    private static final Logger LOG = LoggerFactory.getLogger(CaseRecordApi.class);

    private final ChainReader chainReader;
    private final Dossiers dossiers;
    private final RecordArchive archive;
    private final CaseAccess access;

    CaseRecordApi(ChainReader chainReader, Dossiers dossiers, RecordArchive archive, CaseAccess access) {
        this.chainReader = chainReader;
        this.dossiers = dossiers;
        this.archive = archive;
        this.access = access;
    }

    @Operation(
            summary = "The whole record: every event with its hashes",
            description =
                    "“firstBreak” names the first event that was changed, moved, put in or left out; null when the"
                            + " record is whole.")
    @GetMapping("/record")
    ExportedRecord record(@PathVariable String number) {
        return ExportedRecord.of(chainReader.of(access.open(number).number()));
    }

    @Operation(
            summary = "The dossier: the whole record for people, as PDF",
            description = "Who decided what, when and on which evidence, with every hash.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The dossier as it is now",
                            content =
                                    @Content(
                                            mediaType = "application/pdf",
                                            schema = @Schema(type = "string", format = "binary"))))
    @GetMapping("/record.pdf")
    ResponseEntity<byte[]> dossier(@PathVariable String number) {
        String opened = taken(number, "dossier");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(opened + "-dossier.pdf"))
                .body(dossiers.pdfOf(opened));
    }

    @Operation(
            summary = "The archive: the whole record with letter, files and a program that checks it, as ZIP",
            description =
                    "Holds a signed manifest and the signed checkpoint that covers the case. No desk and no network"
                            + " is needed to check it.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Everything that may be given out",
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = "string", format = "binary"))))
    @GetMapping("/record.zip")
    void archive(@PathVariable String number, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        String opened = taken(number, "archive");
        try (FinishedArchive whole = archive.of(opened)) {
            response.setContentType("application/zip");
            response.setContentLengthLong(whole.size());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(opened + ".zip"));
            whole.copyTo(response.getOutputStream());
        }
    }

    /** Who took a whole case away is of interest when it turns up somewhere: the line has the pseudonym of whoever calls. */
    private String taken(String number, String what) {
        String opened = access.open(number).number();
        LOG.info("{} taken of {}", what, opened);
        return opened;
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
