package org.clearancedesk.people.security;

import org.clearancedesk.people.RefusedAttempts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConcurrencyProperties.class)
class SecurityLimitsConfiguration {

    // Behind the server's own valve that finds out where a call comes from, and before every filter.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> callsUnderWay(ConcurrencyProperties limits) {
        return server -> server.addContextValves(new ConcurrencyFilter(limits));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> acceptedLanguages() {
        return server -> server.addContextValves(new AcceptLanguageValve());
    }

    // Inside the server's own, which then finds everything said. It is made late: the list needs the database.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainReports(ObjectProvider<RefusedAttempts> attempts) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new PlainErrorReport(attempts)));
    }
}
