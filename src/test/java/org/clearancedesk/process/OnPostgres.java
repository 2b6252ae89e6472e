package org.clearancedesk.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.clearancedesk.Postgres;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.TestConstructor;

/** As {@link Scenario}, on a real PostgreSQL. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.process-engine-name=postgres",
            "camunda.bpm.eventing.execution=true",
            "clearance-desk.demo-cases=false",
            "spring.mail.host=127.0.0.1"
        })
@ActiveProfiles("demo")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import({Stage.class, OnPostgres.Server.class})
@interface OnPostgres {

    @TestConfiguration(proxyBeanMethods = false)
    class Server {

        @Bean
        Postgres database() {
            return Postgres.start();
        }

        @Bean
        DynamicPropertyRegistrar databaseOfTheDesk(Postgres database) {
            return registry -> registry.add("spring.datasource.url", database::url);
        }
    }
}
