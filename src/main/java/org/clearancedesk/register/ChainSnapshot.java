package org.clearancedesk.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case's record as it stood at one moment.
 *
 * @param digest the hash of the last event, as the case knows it
 * @param firstBreak the first event that does not fit; null when the record is whole
 */
public record ChainSnapshot(String number, String digest, List<StoredEvent> events, @Nullable ChainBreak firstBreak) {}
