package org.clearancedesk.benchmark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** What a start of the engine's own starter costs: its web applications on an embedded database, and nothing else. */
@EnableAutoConfiguration
public class BareApplication {

    public static void main(String[] args) {
        SpringApplication.run(BareApplication.class, args);
    }
}
