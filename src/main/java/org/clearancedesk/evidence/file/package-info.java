/** Tells what a file is by its bytes, and refuses what is no evidence. */
@NullMarked
@NamedInterface("file")
package org.clearancedesk.evidence.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
