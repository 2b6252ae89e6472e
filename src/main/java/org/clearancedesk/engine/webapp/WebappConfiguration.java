package org.clearancedesk.engine.webapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class WebappConfiguration {

    /** After Spring Security's filter, so that it finds out who signed in there. */
    private static final int AFTER_LOGIN = 200;

    @Bean
    @Order(AFTER_LOGIN)
    ServletContextInitializer webappLogin() {
        return context -> {
            FilterRegistration.Dynamic filter = context.addFilter(
                    "One login", "org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter");
            filter.setInitParameter("authentication-provider", WebappLogin.class.getName());
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(
                    EnumSet.of(DispatcherType.REQUEST), true, "/camunda/app/*", "/camunda/api/*");
        };
    }

    @Bean
    FilterRegistrationBean<RefusalFilter> refusalFilter(ObjectMapper json) {
        FilterRegistrationBean<RefusalFilter> filter = new FilterRegistrationBean<>(new RefusalFilter(json));
        filter.addUrlPatterns("/camunda/api/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<WebappContentSecurityPolicy> webappPages() {
        FilterRegistrationBean<WebappContentSecurityPolicy> filter =
                new FilterRegistrationBean<>(new WebappContentSecurityPolicy());
        filter.addUrlPatterns("/camunda/app/*");
        return filter;
    }
}
