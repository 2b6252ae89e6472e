package org.clearancedesk.people.signin;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers for good which of the provider's subjects stands behind a user name. */
@Component
class SubjectRepository {

    private final JdbcClient jdbc;

    SubjectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The user name that this subject has for good; empty when they come for the first time. */
    Optional<String> find(OidcProfile oidcProfile) {
        return find(oidcProfile.issuer(), oidcProfile.subject());
    }

    Optional<String> find(String issuer, String subject) {
        return jdbc.sql("select user_id from clearance_person where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(String.class)
                .optional();
    }

    boolean isTaken(String user) {
        return jdbc.sql("select exists (select 1 from clearance_person where user_key = ?)")
                .param(key(user))
                .query(Boolean.class)
                .single();
    }

    void add(OidcProfile oidcProfile) {
        jdbc.sql("insert into clearance_person (issuer, subject, user_id, user_key, told_at) values (?, ?, ?, ?, ?)")
                .params(
                        oidcProfile.issuer(),
                        oidcProfile.subject(),
                        oidcProfile.userName(),
                        key(oidcProfile.userName()),
                        oidcProfile.toldAt().atOffset(UTC))
                .update();
    }

    /** @return whether this is at least as new as all that was told before */
    boolean isNews(OidcProfile oidcProfile) {
        OffsetDateTime toldAt = oidcProfile.toldAt().atOffset(UTC);
        return jdbc.sql("update clearance_person set told_at = ? where issuer = ? and subject = ? and told_at <= ?")
                        .params(toldAt, oidcProfile.issuer(), oidcProfile.subject(), toldAt)
                        .update()
                > 0;
    }

    /** Two names that differ only in case would be taken for one another. */
    private static String key(String user) {
        return user.toLowerCase(Locale.ROOT);
    }
}
