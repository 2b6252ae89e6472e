package org.clearancedesk.workflow;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.clearancedesk.workflow.CaseVariable.CONDITIONS_SET;
import static org.clearancedesk.workflow.CaseVariable.REQUEST;
import static org.clearancedesk.workflow.CaseVariable.REQUESTER;
import static org.clearancedesk.workflow.CaseVariable.REQUEST_NUMBER;
import static org.clearancedesk.workflow.CaseVariable.TIER;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.clearancedesk.triage.Step;
import org.clearancedesk.workflow.hardening.AskedVariables;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class WorkflowConfiguration {

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

    /** What the processes ask for, told to the engine, which lets nothing else in. */
    @Bean
    static AskedVariables askedVariables() {
        return new AskedVariables(
                Models.PROCESS,
                Map.of(
                        Models.PROCESS, CaseVariable.types(REQUEST),
                        Models.APPROVAL_PROCESS,
                                CaseVariable.types(REQUEST, REQUESTER, REQUEST_NUMBER, TIER, CONDITIONS_SET),
                        Models.NOTICE_PROCESS,
                                Map.of(NoticeOutbox.NOTICE, JsonValue.class, NoticeOutbox.CAUSE, String.class)),
                Arrays.stream(Step.values()).collect(toUnmodifiableMap(Steps::idOf, CaseVariable::askedAt)));
    }

    @Bean
    FilterRegistrationBean<RefusalFilter> refusalFilter(ObjectMapper json) {
        FilterRegistrationBean<RefusalFilter> filter = new FilterRegistrationBean<>(new RefusalFilter(json));
        filter.addUrlPatterns("/camunda/api/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<WebappPages> webappPages() {
        FilterRegistrationBean<WebappPages> filter = new FilterRegistrationBean<>(new WebappPages());
        filter.addUrlPatterns("/camunda/app/*");
        return filter;
    }
}
