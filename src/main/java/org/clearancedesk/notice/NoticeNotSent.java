package org.clearancedesk.notice;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A notice that did not go out; the message says who has to mend what. Sending it again is safe. */
public final class NoticeNotSent extends RuntimeException {

    public NoticeNotSent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** One that says all that has to be mended. */
    static NoticeNotSent of(List<NoticeNotSent> failures) {
        NoticeNotSent first = failures.get(0);
        if (failures.size() == 1) {
            return first;
        }
        NoticeNotSent all = new NoticeNotSent(
                failures.stream().map(NoticeNotSent::getMessage).distinct().collect(Collectors.joining(" ")),
                first.getCause());
        failures.forEach(all::addSuppressed);
        return all;
    }
}
