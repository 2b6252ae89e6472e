/** Whether the engine keeps up, and how much there is to do. */
@NullMarked
package org.clearancedesk.engine.health;

import org.jspecify.annotations.NullMarked;
