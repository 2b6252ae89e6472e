/** The dossier of a case, as PDF. */
@NullMarked
@NamedInterface("dossier")
package org.clearancedesk.letter.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
