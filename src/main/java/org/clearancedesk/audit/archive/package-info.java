/**
 * What somebody takes away to judge a case without the desk: a dossier to read, and an archive with everything to
 * recompute.
 */
@NullMarked
@NamedInterface("archive")
package org.clearancedesk.audit.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
