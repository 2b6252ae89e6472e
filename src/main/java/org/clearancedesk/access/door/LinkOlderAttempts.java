package org.clearancedesk.access.door;

import org.clearancedesk.access.Turn;
import org.clearancedesk.access.Turns;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Links the attempts that were written down before they were linked, once, and by one node. */
@Component
class LinkOlderAttempts implements SmartInitializingSingleton {

    private final Turns turns;
    private final AttemptBook book;

    LinkOlderAttempts(Turns turns, AttemptBook book) {
        this.turns = turns;
        this.book = book;
    }

    @Override
    public void afterSingletonsInstantiated() {
        turns.take(Turn.START, () -> {
            boolean more = true;
            while (more) {
                more = book.linkSome();
            }
            return true;
        });
    }
}
