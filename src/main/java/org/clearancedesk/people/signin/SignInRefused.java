package org.clearancedesk.people.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** The desk does not let somebody in; the message tells them why and what to do. */
public final class SignInRefused extends AuthenticationException {

    /** Where the request keeps its refusal, for the page that tells of it. */
    public static final String ATTRIBUTE = SignInRefused.class.getName();

    private final transient @Nullable OidcIdToken idToken;

    SignInRefused(String sentence) {
        this(sentence, null);
    }

    SignInRefused(String sentence, @Nullable OidcIdToken idToken) {
        super(sentence);
        this.idToken = idToken;
    }

    /** Proves to the provider whose session it may end; null when somebody was refused without one. */
    @Nullable
    OidcIdToken idToken() {
        return idToken;
    }
}
