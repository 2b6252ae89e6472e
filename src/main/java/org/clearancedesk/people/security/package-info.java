/** What every call passes before anything else looks at it: host, headers, tokens, limits. */
@NullMarked
@NamedInterface("security")
package org.clearancedesk.people.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
