/** What Tasklist, Cockpit and Admin need from the desk: sign-in, headers, sentences instead of error codes. */
@NullMarked
@NamedInterface("webapp")
package org.clearancedesk.engine.webapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
