package org.clearancedesk.consent;

import java.util.List;
import org.clearancedesk.register.ClearanceCase;

/**
 * What changes together with a consent, as far as the reader may know it. Confidential requests that they do not work on
 * change as well, and nothing here says whether there are any.
 *
 * @param approvals approvals that would be suspended
 * @param underWay requests that could no longer be approved as they are
 */
public record Affected(List<ClearanceCase> approvals, List<ClearanceCase> underWay) {}
