/** The permanent record: cases, their hash-chained events, and the letters as issued. */
@NullMarked
package org.clearancedesk.register;

import org.jspecify.annotations.NullMarked;
