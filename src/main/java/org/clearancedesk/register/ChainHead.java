package org.clearancedesk.register;

/** Where a case's record ends, as the case itself knows it: 0 and 64 zeros before the first event. */
public record ChainHead(int sequence, String hash) {}
