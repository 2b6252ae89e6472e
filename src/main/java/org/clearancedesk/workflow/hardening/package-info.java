/** What the engine's last free release leaves open, closed: the only place that reaches inside the engine. */
@NullMarked
package org.clearancedesk.workflow.hardening;

import org.jspecify.annotations.NullMarked;
