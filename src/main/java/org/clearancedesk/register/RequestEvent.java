package org.clearancedesk.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.clearancedesk.intake.ClearanceRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the record keeps of a request that was sent.
 *
 * @param seenDigest of a confidential one the digest of what everybody may see: it cannot be told from the request by
 *     types that have changed since
 * @param contactUser whose address the contact's was; empty when it was that of no account
 * @param tellsEveryRow cases from before have rows that no event tells; one that begins with this has none
 * @param tellsWhoIsIn the same for whoever was let in without an event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestEvent(
        @JsonInclude(JsonInclude.Include.ALWAYS) ClearanceRequest request,
        @Nullable String seenDigest,
        @Nullable String contactUser,
        @Nullable Boolean tellsEveryRow,
        @Nullable Boolean tellsWhoIsIn) {

    static RequestEvent first(ClearanceRequest request, @Nullable String contactUser, CanonicalJson json) {
        return new RequestEvent(request, seen(request, json), Objects.requireNonNullElse(contactUser, ""), true, true);
    }

    static RequestEvent again(ClearanceRequest request, @Nullable String contactUser, CanonicalJson json) {
        return new RequestEvent(request, seen(request, json), Objects.requireNonNullElse(contactUser, ""), null, null);
    }

    private static @Nullable String seen(ClearanceRequest request, CanonicalJson json) {
        return request.confidential() ? json.digestOf(request.disguised()) : null;
    }
}
