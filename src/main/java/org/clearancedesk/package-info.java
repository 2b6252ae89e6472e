/** The GenAI clearance desk: the application and the rooms it is made of. */
@NullMarked
package org.clearancedesk;

import org.jspecify.annotations.NullMarked;
