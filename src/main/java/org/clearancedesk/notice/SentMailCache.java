package org.clearancedesk.notice;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mails that went out lately, so that a repeated sending bothers nobody twice. Held in memory: after a restart, or on
 * another node, the same Message-ID lets mail programs recognise the copy.
 */
final class SentMailCache {

    private static final int REMEMBERED = 10_000;

    private final Map<String, Boolean> mails = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized boolean contains(String mail) {
        return mails.containsKey(mail);
    }

    synchronized void add(String mail) {
        mails.put(mail, true);
    }
}
