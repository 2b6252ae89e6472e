/** Who is who: callers, the desk's groups, contacts, and what each person may do. */
@NullMarked
package org.clearancedesk.people;

import org.jspecify.annotations.NullMarked;
