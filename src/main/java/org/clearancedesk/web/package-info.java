/** HTTP: the API and the few pages of the desk's own; here what all of them share: errors, navigation, OpenAPI. */
@NullMarked
package org.clearancedesk.web;

import org.jspecify.annotations.NullMarked;
