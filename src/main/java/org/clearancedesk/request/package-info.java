/** What a production asks for: the facts in their closed vocabularies, the performers, the request number. */
@NullMarked
package org.clearancedesk.request;

import org.jspecify.annotations.NullMarked;
