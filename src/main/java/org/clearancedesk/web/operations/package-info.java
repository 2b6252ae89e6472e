/** Calls about legal holds. */
@NullMarked
package org.clearancedesk.web.operations;

import org.jspecify.annotations.NullMarked;
