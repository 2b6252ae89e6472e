package org.clearancedesk.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A scenario on a desk of its own, whose figures are counted anew each time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Scenario
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:operated;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.process-engine-name=operated",
            "clearance-desk.operations.remember=0s"
        })
@interface Operated {}
