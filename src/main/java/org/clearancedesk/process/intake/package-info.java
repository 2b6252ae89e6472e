/** The delegates and listeners from the request to its triage, and those that amend, disclose and withdraw it. */
@NullMarked
package org.clearancedesk.process.intake;

import org.jspecify.annotations.NullMarked;
