/** The desk's signing key and what it vouches for: letters, their machine-readable twins, checkpoints of the record. */
@NullMarked
package org.clearancedesk.signature;

import org.jspecify.annotations.NullMarked;
