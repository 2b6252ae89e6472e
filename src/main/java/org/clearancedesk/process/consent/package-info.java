/** The listener of the step at which consent is confirmed. */
@NullMarked
package org.clearancedesk.process.consent;

import org.jspecify.annotations.NullMarked;
