/** Legal holds: cases that must not be forgotten. */
@NullMarked
@NamedInterface("retention")
package org.clearancedesk.operations.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
