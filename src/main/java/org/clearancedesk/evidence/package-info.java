/** Files that prove something: stored with their digest, their type checked, attached to a case. */
@NullMarked
package org.clearancedesk.evidence;

import org.jspecify.annotations.NullMarked;
