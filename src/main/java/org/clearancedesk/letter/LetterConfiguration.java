package org.clearancedesk.letter;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the letter's parts together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LetterProperties.class)
class LetterConfiguration {

    @Bean
    PdfRenderer typesetter(LetterProperties properties) {
        return new PdfRenderer(new LetterFonts(properties.letter().fonts()));
    }

    @Bean
    LetterRenderer letterRenderer(PdfRenderer pdfRenderer, LetterProperties properties, DisplayNames displayNames) {
        return new PdfLetterRenderer(pdfRenderer, properties, displayNames);
    }
}
