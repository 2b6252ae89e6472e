/** Notices that go out of a process, and the listeners that remind. */
@NullMarked
package org.clearancedesk.process.notice;

import org.jspecify.annotations.NullMarked;
