/** Who is told what: the table of notices, their recipients and words, and the sending. */
@NullMarked
package org.clearancedesk.notice;

import org.jspecify.annotations.NullMarked;
