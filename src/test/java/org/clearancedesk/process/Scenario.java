package org.clearancedesk.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;

/** Tells stories on the whole desk: real engine, database and mail server; nothing moves unless the story moves it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:scenarios;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false",
            // The webapp finds engines by name, in all desks that run in the same program.
            "camunda.bpm.process-engine-name=scenarios",
            "camunda.bpm.eventing.execution=true",
            "clearance-desk.demo-cases=false",
            "spring.mail.host=127.0.0.1"
        })
@ActiveProfiles("demo")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import(Stage.class)
@interface Scenario {}
