package org.clearancedesk.people.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session into which somebody wrote what the desk does not put there. */
@Component
@Order(ForeignSessionFilter.BEFORE_SESSIONS_COUNT)
class ForeignSessionFilter extends OncePerRequestFilter {

    static final int BEFORE_SESSIONS_COUNT = -103;

    private static final Logger LOG = LoggerFactory.getLogger(ForeignSessionFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isWrittenByOthers(session)) {
            session.invalidate();
            LOG.warn("A session held what the desk does not put into sessions, and was ended. Whoever can write to the"
                    + " table spring_session_attributes should be found.");
        }
        chain.doFilter(request, response);
    }

    private static boolean isWrittenByOthers(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .anyMatch(name -> session.getAttribute(name) == SessionDeserializer.Foreign.CONTENT);
    }
}
