/** Calls that hand files in and out. */
@NullMarked
package org.clearancedesk.web.evidence;

import org.jspecify.annotations.NullMarked;
