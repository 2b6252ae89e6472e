/** How people and programs sign in: with a password in the demo, at the studio's identity provider in production. */
@NullMarked
@NamedInterface("signin")
package org.clearancedesk.people.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
