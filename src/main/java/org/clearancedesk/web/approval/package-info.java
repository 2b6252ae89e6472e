/** Calls and pages about an approval in force: conditions, suspensions, scope changes, renewal, revocation. */
@NullMarked
package org.clearancedesk.web.approval;

import org.jspecify.annotations.NullMarked;
