/** Locks that all nodes share. */
@NullMarked
@NamedInterface("lock")
package org.clearancedesk.operations.lock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
