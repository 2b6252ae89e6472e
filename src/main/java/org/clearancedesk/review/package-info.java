/** What people said about a request: outcomes, reasons, conditions, the consent record, and who may not judge what. */
@NullMarked
package org.clearancedesk.review;

import org.jspecify.annotations.NullMarked;
