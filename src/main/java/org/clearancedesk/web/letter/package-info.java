/** The public page and calls that check a letter, and the keys to check it with. */
@NullMarked
package org.clearancedesk.web.letter;

import org.jspecify.annotations.NullMarked;
