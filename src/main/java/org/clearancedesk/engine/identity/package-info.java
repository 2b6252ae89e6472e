/** The users and groups that the engine keeps. */
@NullMarked
@NamedInterface("identity")
package org.clearancedesk.engine.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
