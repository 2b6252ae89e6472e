/** What those who run the desk have to know: whether it is well, how much there is to do, and how it stops. */
@NullMarked
package org.clearancedesk.operations;

import org.jspecify.annotations.NullMarked;
