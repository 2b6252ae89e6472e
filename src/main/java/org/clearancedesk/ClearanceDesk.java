package org.clearancedesk;

import java.time.Clock;
import java.time.ZoneOffset;
import org.clearancedesk.audit.VerifyRecordCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The GenAI clearance desk: one application with process engine, Tasklist, Cockpit, API and record. */
@SpringBootApplication
public class ClearanceDesk {

    public static void main(String[] args) {
        if (VerifyRecordCommand.isAskedForBy(args)) {
            System.exit(VerifyRecordCommand.run(System.out, args));
        }
        SpringApplication.run(ClearanceDesk.class, args);
    }

    /** Tells milliseconds and no more, as the tables and the engine's timers do. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
