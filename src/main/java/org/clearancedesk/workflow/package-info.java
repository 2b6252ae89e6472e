/** The process engine: delegates and listeners of the models, their deployment, grants and filters. */
@NullMarked
package org.clearancedesk.workflow;

import org.jspecify.annotations.NullMarked;
