/** Calls and pages about people: signing in, contacts, refused attempts. */
@NullMarked
package org.clearancedesk.web.people;

import org.jspecify.annotations.NullMarked;
