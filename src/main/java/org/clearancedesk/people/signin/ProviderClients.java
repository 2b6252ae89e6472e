package org.clearancedesk.people.signin;

import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the desk calls the identity provider: never for longer than somebody would wait. */
final class ProviderClients {

    static final Duration TO_CONNECT = Duration.ofSeconds(3);
    static final Duration TO_ANSWER = Duration.ofSeconds(5);

    private ProviderClients() {}

    /**
     * For what Spring Security calls by itself and lets nobody set, such as for the keys behind ID and logout tokens. Whoever
     * runs the desk may have set it otherwise.
     */
    static void limitTheOthers() {
        limit("sun.net.client.defaultConnectTimeout", TO_CONNECT);
        limit("sun.net.client.defaultReadTimeout", TO_ANSWER);
    }

    private static void limit(String setting, Duration time) {
        if (System.getProperty(setting) == null) {
            System.setProperty(setting, String.valueOf(time.toMillis()));
        }
    }

    static RestTemplate template() {
        return new RestTemplate(requests());
    }

    static RestTemplate forPeople() {
        RestTemplate template = template();
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return template;
    }

    static RestClient forTokens() {
        return RestClient.builder()
                .requestFactory(requests())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private static ClientHttpRequestFactory requests() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TO_CONNECT);
        requests.setReadTimeout(TO_ANSWER);
        return requests;
    }
}
