package org.clearancedesk.trace;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    /** Before everything else, so that whatever is refused can be found too. */
    @Bean
    FilterRegistrationBean<CallTrace> callTrace() {
        FilterRegistrationBean<CallTrace> filter = new FilterRegistrationBean<>(new CallTrace());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Right after Spring Security, so that it is known who signed in. */
    @Bean
    FilterRegistrationBean<ActorTrace> actorTrace(Actors actors) {
        FilterRegistrationBean<ActorTrace> filter = new FilterRegistrationBean<>(new ActorTrace(actors));
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }
}
