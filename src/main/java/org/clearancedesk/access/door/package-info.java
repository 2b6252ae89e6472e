/** What every request passes before anything else looks at it: headers, tokens, sessions, limits, and the list of who was refused. */
@NullMarked
package org.clearancedesk.access.door;

import org.jspecify.annotations.NullMarked;
