package org.clearancedesk.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a case as its events tell them: by their key, then by column. A column that is missing here is told by no
 * event.
 */
record Told(
        Map<String, @Nullable String> row,
        Map<String, Map<String, @Nullable String>> letters,
        Map<String, Map<String, @Nullable String>> files) {}
