package org.clearancedesk.engine.hardening;

import java.util.concurrent.atomic.AtomicInteger;

/** A class of which nobody should ever make anything; it counts whatever is done with it. */
public class Canary {

    static final AtomicInteger TOUCHED = new AtomicInteger();

    private String url = "";

    public Canary() {
        TOUCHED.incrementAndGet();
    }

    public String getUrl() {
        TOUCHED.incrementAndGet();
        return url;
    }

    public void setUrl(String url) {
        TOUCHED.incrementAndGet();
        this.url = url;
    }
}
