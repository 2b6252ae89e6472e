package org.clearancedesk.people.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is let in. A number of 0 means without limit.
 *
 * @param triagePerMinute per person; the intake form asks at every answer
 * @param requestsPerMinute requests sent, checked or started in Tasklist, and every other change on pages, over the
 *     API or of a task, together and per person
 * @param evidencePerMinute files handed in, per person
 * @param publicPagesPerMinute pages that need no sign-in, per address
 * @param letterChecksPerMinute files that somebody without sign-in holds for a letter, per address
 * @param unknownLettersPerMinute numbers of letters that there are not, per address
 * @param wrongTries wrong passwords for one account from one address, before both have to wait
 * @param wrongTriesOfAccount for one account from everywhere; does not hold up whoever signed in from the same place before
 * @param wrongTriesFromAddress for any account from one address
 * @param wrongTriesWithin the time in which the wrong passwords are counted
 * @param body bytes of anything that is no file
 * @param session the longest time that a sign-in lasts
 * @param attemptsKept how long refused attempts stay on the list
 */
@ConfigurationProperties("clearance-desk.limits")
public record RateLimitProperties(
        @DefaultValue("300") int triagePerMinute,
        @DefaultValue("30") int requestsPerMinute,
        @DefaultValue("60") int evidencePerMinute,
        @DefaultValue("120") int publicPagesPerMinute,
        @DefaultValue("20") int letterChecksPerMinute,
        @DefaultValue("20") int unknownLettersPerMinute,
        @DefaultValue("5") int wrongTries,
        @DefaultValue("50") int wrongTriesOfAccount,
        @DefaultValue("30") int wrongTriesFromAddress,
        @DefaultValue("10m") Duration wrongTriesWithin,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("8h") Duration session,
        @DefaultValue("400d") Duration attemptsKept) {}
