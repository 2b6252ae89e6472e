package org.clearancedesk.intake;

import java.time.Duration;

/**
 * How long a step may take, counted from the moment it is waiting.
 *
 * @param due when it should be done
 * @param reminder when the people who hold it are reminded; earlier than {@code due}
 * @param unclaimed when the whole group is told that nobody took it; earlier than {@code due}
 */
public record ServiceLevel(Duration due, Duration reminder, Duration unclaimed) {}
