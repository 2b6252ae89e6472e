package org.clearancedesk.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Instant uploadedAt,
        Scan scan) {

    /** Whether somebody may have its content. */
    @JsonIgnore
    public boolean isOpen() {
        return scan == Scan.CLEAN || scan == Scan.NOT_SCANNED;
    }

    /** What the record keeps of it. */
    Map<String, Object> asRecorded(@Nullable String found) {
        Map<String, Object> recorded = new LinkedHashMap<>();
        recorded.put("id", id);
        recorded.put("name", name);
        recorded.put("type", type);
        recorded.put("size", size);
        recorded.put("sha256", sha256);
        recorded.put("uploadedAt", uploadedAt);
        recorded.put("scan", scan);
        if (found != null) {
            recorded.put("found", found);
        }
        return recorded;
    }
}
