/** Which call caused what: the words that log lines, mails and answers share. */
@NullMarked
package org.clearancedesk.trace;

import org.jspecify.annotations.NullMarked;
