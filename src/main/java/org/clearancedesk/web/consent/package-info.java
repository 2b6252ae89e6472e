/** Calls and pages about consents, the agreements they are under, and strikes. */
@NullMarked
package org.clearancedesk.web.consent;

import org.jspecify.annotations.NullMarked;
