package org.clearancedesk.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates under {@code notice/}: each kind has its words twice, as text and as HTML, in a common layout. */
final class Composer {

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    Composer() {
        templates.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        templates.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
    }

    String html(NoticeText text) {
        return compose(text, "html");
    }

    String text(NoticeText text) {
        return compose(text, "txt")
                        .replaceAll("[ \\t]+\\n", "\n")
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip() + "\n";
    }

    private String compose(NoticeText text, String form) {
        Map<String, Object> words = new HashMap<>();
        words.put("text", text);
        words.put("template", text.template() + "." + form);
        return templates.process("layout." + form, new Context(Locale.ENGLISH, words));
    }

    private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("notice/");
        resolver.setResolvablePatterns(Set.of(names));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
