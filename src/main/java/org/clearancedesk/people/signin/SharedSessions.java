package org.clearancedesk.people.signin;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of everybody who is signed in, on whichever node. They lie in the database, so a node can go at any time. */
@Component
public class SharedSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;

    SharedSessions(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    /** A session as it is now: another request may have changed it, or ended it. */
    Optional<Session> now(String id) {
        return Optional.ofNullable(sessions.findById(id));
    }

    /** Ends all sessions of somebody. */
    public void endAllOf(String user) {
        end(List.of(user), session -> signedIn(session).isPresent());
    }

    /** Ends the sessions of somebody but the one they are at. */
    public void endOthersOf(String user, String own) {
        end(List.of(user), session -> !session.getId().equals(own));
    }

    /** Ends the sessions of a kind that somebody has, or anybody. */
    void endOf(Optional<String> user, Predicate<Authentication> which) {
        end(
                user.map(List::of).orElseGet(this::everybody),
                session -> signedIn(session).filter(which).isPresent());
    }

    private void end(Collection<String> users, Predicate<Session> which) {
        for (String user : users) {
            sessions.findByPrincipalName(user).forEach((id, session) -> {
                if (which.test(session)) {
                    sessions.deleteById(id);
                }
            });
        }
    }

    private List<String> everybody() {
        return jdbc.sql("select distinct principal_name from spring_session where principal_name is not null")
                .query(String.class)
                .list();
    }

    static Optional<Authentication> signedIn(Session session) {
        Object context = session.getAttribute(SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext known
                ? Optional.ofNullable(known.getAuthentication())
                : Optional.empty();
    }
}
