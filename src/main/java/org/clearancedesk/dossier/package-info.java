/** What somebody takes away to judge a case without the desk: a dossier to read, and an archive with everything to recompute. */
@NullMarked
package org.clearancedesk.dossier;

import org.jspecify.annotations.NullMarked;
