/** What an approval is while it is in force: its conditions, what holds it up, and how it ends. */
@NullMarked
package org.clearancedesk.approval;

import org.jspecify.annotations.NullMarked;
