package org.clearancedesk.notice;

/** Takes notices that are to go out. They are sent once the caller's transaction has ended well, and retried. */
public interface Outbox {

    void queue(Notice notice);
}
