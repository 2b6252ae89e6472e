package org.clearancedesk.people.security;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Addresses that the desk makes begin as {@code clearance-desk.base-url} does. */
@Configuration(proxyBeanMethods = false)
class PublishedAddresses {

    /** Behind what reads the headers of proxies. On this machine any port may lead to the desk, and no other host can. */
    @Bean
    @Order(Integer.MAX_VALUE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> publishedAddress(
            @Value("${clearance-desk.base-url}") String baseUrl) {
        PublishedHost host = PublishedHost.of(baseUrl);
        return server -> {
            if (!host.name().isEmpty() && !host.isThisMachine()) {
                server.addEngineValves(new PublishedAddressFilter(URI.create(baseUrl)));
            }
        };
    }
}
