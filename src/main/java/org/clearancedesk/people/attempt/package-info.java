/** The list of refused attempts. */
@NullMarked
package org.clearancedesk.people.attempt;

import org.jspecify.annotations.NullMarked;
