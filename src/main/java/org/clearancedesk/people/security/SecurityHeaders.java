package org.clearancedesk.people.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Tells browsers what they must not do with what the desk sends. */
class SecurityHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private static final String POLICY = "Content-Security-Policy";

    /** For what is data: nothing in it is ever run, shown inside another page, or fetched. */
    private static final String DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** For the page that shows the API's description, which writes its styles into itself. */
    private static final String DESCRIPTION =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String UNUSED = "accelerometer=(), bluetooth=(), browsing-topics=(), camera=(),"
            + " display-capture=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(),"
            + " magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(),"
            + " serial=(), usb=(), xr-spatial-tracking=()";

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher DESCRIPTIONS =
            new OrRequestMatcher(PATHS.matcher("/api/docs/**"), PATHS.matcher("/api/swagger-ui/**"));
    private static final RequestMatcher CALLS = new OrRequestMatcher(
            PATHS.matcher("/api/**"), PATHS.matcher("/camunda/api/**"), PATHS.matcher("/actuator/**"));

    private final String pages;
    private final boolean secure;

    /**
     * @param signOutAt where the form that signs people out may lead to besides the desk; empty when nowhere
     * @param secure whether the desk is reached over TLS only
     */
    SecurityHeaders(String signOutAt, boolean secure) {
        this.pages = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                + " form-action 'self'%s; frame-ancestors 'none'".formatted(signOutAt.isEmpty() ? "" : " " + signOutAt);
        this.secure = secure;
    }

    /** For an answer that says nothing but that it is one. */
    static void ofAnyAnswer(HttpServletResponse response) {
        response.setHeader(
                POLICY,
                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy());
        response.setHeader("Permissions-Policy", UNUSED);
        response.setHeader("Cross-Origin-Opener-Policy", CrossOriginOpenerPolicy.SAME_ORIGIN.getPolicy());
        response.setHeader("Cross-Origin-Resource-Policy", CrossOriginResourcePolicy.SAME_ORIGIN.getPolicy());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(UNUSED))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .addHeaderWriter(this::contentSecurityPolicy)
                .addHeaderWriter(notKept());
        if (secure) {
            // Also where TLS ends at a proxy that does not say so.
            headers.httpStrictTransportSecurity(transport -> transport.requestMatcher(AnyRequestMatcher.INSTANCE));
        }
    }

    /** A page of the webapp brings a policy of its own. */
    private void contentSecurityPolicy(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(POLICY)) {
            response.setHeader(
                    POLICY, DESCRIPTIONS.matches(request) ? DESCRIPTION : CALLS.matches(request) ? DATA : pages);
        }
    }

    /** The webapp lets browsers keep what they have to ask about again; what is about people is not kept at all. */
    private static HeaderWriter notKept() {
        return (request, response) -> {
            if (CALLS.matches(request)) {
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            }
        };
    }
}
