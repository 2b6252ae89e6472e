/** The process engine's own affairs: tables, models, migration, grants, history. */
@NullMarked
package org.clearancedesk.engine;

import org.jspecify.annotations.NullMarked;
