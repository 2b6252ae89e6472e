/** The delegates and listeners of the reviews, the decision and the refusal. */
@NullMarked
package org.clearancedesk.process.review;

import org.jspecify.annotations.NullMarked;
