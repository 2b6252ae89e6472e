package org.clearancedesk.engine;

import java.util.Map;

/**
 * How the cases that are under way pass from one version of a model to the next. It is committed with the model that it leads
 * to, as a bean. Tasks keep their dates and their reminders; a step with a reminder that it did not have before keeps its cases
 * with the old version, because nobody has said when that one is due.
 *
 * @param process the model's id
 * @param from the version tag that a case began with
 * @param to the version tag that it goes on with
 * @param renamed the old and the new id of each step that has another name now; all others go on where they are
 */
public record MigrationRule(String process, String from, String to, Map<String, String> renamed) {}
