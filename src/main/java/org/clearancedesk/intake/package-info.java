/** What a production asks for and what the guidelines say about it: request, performers, facts, triage. */
@NullMarked
package org.clearancedesk.intake;

import org.jspecify.annotations.NullMarked;
