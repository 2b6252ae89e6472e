package org.clearancedesk.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.clearancedesk.process.MovableClock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestConstructor;

/**
 * A desk with tight limits and a clock that tests move, behind a proxy that says where calls come from. As no time passes by
 * itself, what one test used up is there again when the next has moved the clock.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:guarded-desk;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "clearance-desk.demo-cases=false",
            "clearance-desk.mail.directory=target/mail-of-the-guarded-desk",
            "camunda.bpm.job-execution.enabled=false",
            // The webapp finds engines by name, in all desks that run in the same program.
            "camunda.bpm.process-engine-name=guarded",
            "server.forward-headers-strategy=native",
            "clearance-desk.limits.triage-per-minute=10",
            "clearance-desk.limits.requests-per-minute=4",
            "clearance-desk.limits.evidence-per-minute=3",
            "clearance-desk.limits.public-pages-per-minute=60",
            "clearance-desk.limits.letter-checks-per-minute=4",
            "clearance-desk.limits.unknown-letters-per-minute=5",
            "clearance-desk.limits.wrong-tries=3",
            "clearance-desk.limits.wrong-tries-of-account=8",
            "clearance-desk.limits.wrong-tries-from-address=12"
        })
@Import({Floor.class, GuardedDesk.Time.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@interface GuardedDesk {

    class Time {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
