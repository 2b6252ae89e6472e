package org.clearancedesk.people.signin;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Signing in leads back to the page that somebody wanted, not to what a script asked for meanwhile. */
@Configuration(proxyBeanMethods = false)
class SavedPageCache {

    @Bean
    RequestCache wantedPage() {
        MediaTypeRequestMatcher asAPage = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        asAPage.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"), asAPage));
        return pages;
    }
}
