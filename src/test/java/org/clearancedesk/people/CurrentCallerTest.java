package org.clearancedesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Rights hold for one call, and are read anew for the next. */
class CurrentCallerTest {

    private static final Caller LEGAL = new Caller("vera", Set.of("legal"), null);
    private static final Caller IN_NO_GROUP = new Caller("vera", Set.of(), null);
    private static final Caller SOMEBODY_ELSE = new Caller("ada", Set.of("approvers"), null);

    private final UserDirectory people = mock();
    private final CurrentCaller caller = new CurrentCaller(people);

    @BeforeEach
    void signIn() {
        when(people.find("vera")).thenReturn(Optional.of(LEGAL));
        when(people.find("ada")).thenReturn(Optional.of(SOMEBODY_ELSE));
        signedIn("vera");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void areReadOnceACall() {
        call();

        assertThat(caller.get()).isEqualTo(LEGAL);
        assertThat(caller.get()).isEqualTo(LEGAL);

        verify(people, times(1)).find("vera");
    }

    @Test
    void areGoneInTheNextCallOfSomebodyWhoHasLeft() {
        call();
        caller.get();
        when(people.find("vera")).thenReturn(Optional.of(IN_NO_GROUP));

        call();
        assertThat(caller.get().groups()).isEmpty();

        when(people.find("vera")).thenReturn(Optional.empty());
        call();
        assertThatThrownBy(caller::get).isInstanceOf(InsufficientAuthenticationException.class);
    }

    @Test
    void areThoseOfWhoeverIsSignedIn() {
        call();
        caller.get();
        signedIn("ada");

        assertThat(caller.get()).isEqualTo(SOMEBODY_ELSE);
    }

    @Test
    void areThoseThatAProviderHasJustTold() {
        call();
        caller.get();

        caller.remember(IN_NO_GROUP);

        assertThat(caller.get().groups()).isEmpty();
    }

    @Test
    void areReadEachTimeWhereNobodyCalls() {
        caller.get();
        caller.get();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        caller.get();
        caller.get();

        verify(people, times(4)).find("vera");
    }

    private void call() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        caller.begin();
    }

    private static void signedIn(String user) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    }
}
