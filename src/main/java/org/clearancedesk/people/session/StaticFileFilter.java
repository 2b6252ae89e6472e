package org.clearancedesk.people.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Files that are the same for everybody are handed out without asking who wants them: nobody's session is read for them. */
@Component
@Order(StaticFileFilter.BEFORE_ANY_SESSION_IS_READ)
class StaticFileFilter extends OncePerRequestFilter {

    static final int BEFORE_ANY_SESSION_IS_READ = ForeignSessionFilter.BEFORE_SESSIONS_COUNT - 1;

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher FILES = new OrRequestMatcher(
            PATHS.matcher(HttpMethod.GET, "/desk/**"), PATHS.matcher(HttpMethod.GET, "/favicon.ico"));

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FILES.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithoutSession(request), response);
    }

    private static final class WithoutSession extends HttpServletRequestWrapper {

        WithoutSession(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return create ? super.getSession(true) : null;
        }
    }
}
