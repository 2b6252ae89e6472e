/** The delegates that issue the written approval and send it. */
@NullMarked
package org.clearancedesk.process.letter;

import org.jspecify.annotations.NullMarked;
