package org.clearancedesk.engine.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Sends the pages of Tasklist, Cockpit and Admin with a content security policy that runs nothing but the webapp's own files
 * and the one script that the server writes into each page, which is named by its digest. AngularJS is told to do without
 * making code of texts. The webapp's own policy allows both, and keeps its nonce where two requests at once mix it up.
 */
class WebappContentSecurityPolicy extends OncePerRequestFilter {

    private static final Pattern WRITTEN_INTO_THE_PAGE =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    private static final String POLICY =
            "default-src 'none'; script-src 'self' %s; style-src 'self'; style-src-attr %s; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " sandbox allow-same-origin allow-scripts allow-forms allow-downloads allow-popups"
                    + " allow-popups-to-escape-sandbox";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || !request.getRequestURI().endsWith("/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        String type = answer.getContentType();
        if (type != null && type.startsWith("text/html")) {
            String page = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)
                    .replaceFirst("<html\\b", "<html ng-csp");
            answer.setHeader(
                    "Content-Security-Policy",
                    policyFor(page, request.getRequestURI().contains("/app/cockpit/")));
            answer.resetBuffer();
            answer.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        }
        answer.copyBodyToResponse();
    }

    private static String policyFor(String page, boolean showsDecisionTables) {
        String scripts = WRITTEN_INTO_THE_PAGE
                .matcher(page)
                .results()
                .map(script -> "'sha256-%s'".formatted(digest(script.group(1))))
                .collect(Collectors.joining(" "));
        // Cockpit's decision tables are drawn with the style attributes of their cells.
        return POLICY.formatted(scripts, showsDecisionTables ? "'unsafe-inline'" : "'none'");
    }

    private static String digest(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
