/** What the guidelines say about a request: tier, findings, the reviews they ask for, and how long each step may take. */
@NullMarked
package org.clearancedesk.triage;

import org.jspecify.annotations.NullMarked;
