package org.clearancedesk.evidence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ClamdProperties.class, EvidenceQuota.class})
@EnableScheduling
class EvidenceConfiguration {

    @Bean
    Scanner scanner(ClamdProperties clamd) {
        String host = clamd.host();
        return host == null || host.isBlank() ? new NoScanner() : new Clamd(host, clamd.port(), clamd.timeout());
    }
}
