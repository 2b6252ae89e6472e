/** How each person's consent to a request stands, under which agreement, and what follows when it ends or shrinks. */
@NullMarked
package org.clearancedesk.consent;

import org.jspecify.annotations.NullMarked;
