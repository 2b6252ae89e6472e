/** Calls and pages that show cases and their record. */
@NullMarked
package org.clearancedesk.web.register;

import org.jspecify.annotations.NullMarked;
