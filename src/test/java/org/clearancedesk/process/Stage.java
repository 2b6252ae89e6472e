package org.clearancedesk.process;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What a scenario has besides the desk itself. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Desk.class, Life.class, PassedFlows.class})
class Stage {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean(destroyMethod = "stop")
    PostOffice postOffice() {
        return new PostOffice();
    }

    @Bean
    DynamicPropertyRegistrar mailServer(PostOffice postOffice) {
        return registry -> registry.add("spring.mail.port", postOffice::port);
    }
}
