/** The delegates and listeners of an approval in force. */
@NullMarked
package org.clearancedesk.process.approval;

import org.jspecify.annotations.NullMarked;
