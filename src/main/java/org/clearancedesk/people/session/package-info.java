/** Sessions: how they are stored, read and ended. */
@NullMarked
package org.clearancedesk.people.session;

import org.jspecify.annotations.NullMarked;
