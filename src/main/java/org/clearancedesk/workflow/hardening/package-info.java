/** What the engine's last free release leaves open, closed, and what it does too often, spared: the only place that reaches inside the engine. */
@NullMarked
package org.clearancedesk.workflow.hardening;

import org.jspecify.annotations.NullMarked;
