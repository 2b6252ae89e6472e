/** The written approval that goes out: composed, rendered as PDF, and signed. */
@NullMarked
package org.clearancedesk.letter;

import org.jspecify.annotations.NullMarked;
