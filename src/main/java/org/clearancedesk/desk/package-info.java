/** The HTTP front: the API and the few pages of the desk's own. */
@NullMarked
package org.clearancedesk.desk;

import org.jspecify.annotations.NullMarked;
