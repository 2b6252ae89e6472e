/** What the engine must not do for a caller: expressions, scripts, foreign types and variables, closed routes. */
@NullMarked
@NamedInterface("hardening")
package org.clearancedesk.engine.hardening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
