package org.clearancedesk.consent;

import java.util.List;
import org.clearancedesk.register.ClearanceCase;

/**
 * What changes together with a consent.
 *
 * @param approvals approvals that would be suspended
 * @param underWay requests that could no longer be approved as they are
 * @param hidden how many confidential requests are concerned besides that the reader does not work on
 */
public record Affected(List<ClearanceCase> approvals, List<ClearanceCase> underWay, int hidden) {}
