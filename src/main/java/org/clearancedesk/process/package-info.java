/**
 * The models' side of the desk: the variables, the tasks and the listeners that all steps share, and the
 * configuration of the engine for them.
 */
@NullMarked
package org.clearancedesk.process;

import org.jspecify.annotations.NullMarked;
