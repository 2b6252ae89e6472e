package org.clearancedesk.notice;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** Sends through the mail server when {@code spring.mail.host} names one, and into a folder otherwise. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class NoticeConfiguration {

    @Bean
    MailSender postbox(MailProperties properties, ObjectProvider<JavaMailSenderImpl> servers) {
        MimeMessages messages = new MimeMessages(properties.sender());
        JavaMailSenderImpl server = servers.getIfAvailable();
        return server != null && StringUtils.hasText(server.getHost())
                ? new MailServer(server, messages)
                : new MailFolder(properties.mail().directory(), messages);
    }

    @Bean
    Notices notices(MailProperties properties, AddressBook addresses, MailSender mailSender, Clock clock) {
        return new Notices(addresses, new Links(properties.baseUrl()), mailSender, clock);
    }
}
