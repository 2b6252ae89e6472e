/** What has to be so before the desk takes real requests, and what a failed start says. */
@NullMarked
@NamedInterface("start")
package org.clearancedesk.operations.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
