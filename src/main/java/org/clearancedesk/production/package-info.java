/** The film or series that a request is for. */
@NullMarked
package org.clearancedesk.production;

import org.jspecify.annotations.NullMarked;
