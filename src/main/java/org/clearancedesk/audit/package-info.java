/** Proves that nothing on record was changed, left out or put in: signed checkpoints, and the check of every row against its events. */
@NullMarked
package org.clearancedesk.audit;

import org.jspecify.annotations.NullMarked;
