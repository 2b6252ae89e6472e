/** Calls and pages about standing approvals. */
@NullMarked
package org.clearancedesk.web.standing;

import org.jspecify.annotations.NullMarked;
