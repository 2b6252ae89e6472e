package org.clearancedesk.engine.hardening;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.query.Query;

/** The only expressions that a stored filter may hold: who asks, their groups, and dates reckoned from now. */
final class AllowedExpressions {

    private static final String DATE =
            "dateTime\\(\\)(?:\\.(?:plus|minus)(?:Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,4}\\)"
                    + "|\\.withTimeAtStartOfDay\\(\\)){0,8}";

    private static final Pattern HARMLESS =
            Pattern.compile("[$#]\\{ *(?:currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)|" + DATE + ") *\\}");

    private AllowedExpressions() {}

    /** @throws BadUserRequestException when the search holds any other, at whatever depth */
    static void require(Query<?, ?> search) {
        QueryTree.expressions(search)
                .filter(expression -> !HARMLESS.matcher(expression).matches())
                .findFirst()
                .ifPresent(expression -> {
                    throw new BadUserRequestException(
                            ("The expression “%s” is not one that a filter may hold. Please use ${currentUser()},"
                                            + " ${currentUserGroups()}, ${now()} or a date such as ${dateTime().plusDays(2)}.")
                                    .formatted(expression));
                });
    }
}
