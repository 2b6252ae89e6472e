package org.clearancedesk.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.clearancedesk.CountedDataSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** A desk with its demo users that listens on a free port. It is empty at first, and its jobs run when a test says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:running-desk;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "clearance-desk.demo-cases=false",
            "clearance-desk.mail.directory=target/mail-of-the-running-desk",
            "camunda.bpm.job-execution.enabled=false",
            // What the desk does by itself after a while would come into the midst of some story.
            "clearance-desk.operations.first-history-run=1d",
            // Nobody runs the nightly clean-up here, whatever the hour of the test.
            "clearance-desk.operations.oldest-job=3650d",
            // Tests are faster than people; how fast is too fast is shown on a desk of its own.
            "clearance-desk.limits.triage-per-minute=0",
            "clearance-desk.limits.requests-per-minute=0",
            "clearance-desk.limits.evidence-per-minute=0",
            "clearance-desk.limits.public-pages-per-minute=0",
            "clearance-desk.limits.letter-checks-per-minute=0",
            "clearance-desk.limits.unknown-letters-per-minute=0",
            "clearance-desk.limits.wrong-tries-from-address=0"
        })
@Import({Floor.class, CountedDataSource.class})
@TestExecutionListeners(listeners = EngineOfThisDesk.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface RunningDesk {}
