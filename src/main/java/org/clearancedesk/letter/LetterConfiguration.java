package org.clearancedesk.letter;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the letter's parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LetterProperties.class)
class LetterConfiguration {

    @Bean
    Typesetter typesetter(LetterProperties properties) {
        return new Typesetter(new LetterFonts(properties.letter().fonts()));
    }

    @Bean
    LetterRenderer letterRenderer(Typesetter typesetter, LetterProperties properties, People people) {
        return new PdfLetterRenderer(typesetter, properties, people);
    }
}
