/** Calls that send, triage and withdraw requests, and the questions that the forms ask. */
@NullMarked
package org.clearancedesk.web.intake;

import org.jspecify.annotations.NullMarked;
