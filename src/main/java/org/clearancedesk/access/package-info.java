/** Who may do what: the desk's groups, the one login, and what each person may see. */
@NullMarked
package org.clearancedesk.access;

import org.jspecify.annotations.NullMarked;
