/** Standing approvals: uses like one that was approved, without a new decision. */
@NullMarked
package org.clearancedesk.standing;

import org.jspecify.annotations.NullMarked;
