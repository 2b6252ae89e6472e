package org.clearancedesk.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file, without its content.
 *
 * @param caseNumber null while it waits for the request that it belongs to
 * @param size in bytes
 * @param sha256 of the content, hexadecimal
 */
public record EvidenceFile(
        String id,
        @Nullable String caseNumber,
        String name,
        String type,
        long size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {

    /** A file with its bytes. */
    public record Download(EvidenceFile file, byte[] content) {}
}
