package org.clearancedesk.letter;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the letter's parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LetterProperties.class)
class LetterConfiguration {

    @Bean
    LetterRenderer letterRenderer(LetterProperties properties, People people) {
        return new PdfLetterRenderer(new LetterFonts(properties.letter().fonts()), properties, people);
    }
}
