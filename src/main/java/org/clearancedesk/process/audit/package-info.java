/** The delegate that takes a checkpoint. */
@NullMarked
package org.clearancedesk.process.audit;

import org.jspecify.annotations.NullMarked;
