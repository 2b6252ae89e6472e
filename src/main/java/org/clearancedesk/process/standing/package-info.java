/** The delegates of uses that a standing approval covers. */
@NullMarked
package org.clearancedesk.process.standing;

import org.jspecify.annotations.NullMarked;
