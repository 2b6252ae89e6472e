/** The decision model: guidelines and service levels, read and evaluated. */
@NullMarked
@NamedInterface("decisions")
package org.clearancedesk.engine.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
