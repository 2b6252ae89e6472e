package org.clearancedesk.people.session;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** How sessions are kept in the database. */
@Configuration(proxyBeanMethods = false)
class SessionStoreConfiguration {

    /** Only while the session is there: it may have been ended in this very moment. */
    private static final String OF_LIVING_SESSION =
            """
            select s.primary_id, v.name, v.content
            from (values (cast(? as char(36)), cast(? as varchar(200)), cast(? as %s))) v (id, name, content)
            join %%TABLE_NAME%% s on s.primary_id = v.id
            """;

    private static final String POSTGRESQL =
            """
            insert into %%TABLE_NAME%%_attributes (session_primary_id, attribute_name, attribute_bytes)
            %s
            on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
            """
                    .formatted(OF_LIVING_SESSION.formatted("bytea"));

    private static final String H2 =
            """
            merge into %%TABLE_NAME%%_attributes (session_primary_id, attribute_name, attribute_bytes)
            key (session_primary_id, attribute_name)
            %s
            """
                    .formatted(OF_LIVING_SESSION.formatted("blob"));

    /** Tasklist asks for many things at once, and two requests may be the first to put the same thing into a session. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> twoRequestsAtOnce(DataSource dataSource)
            throws MetaDataAccessException, SQLException {
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName());
        return sessions -> sessions.setCreateSessionAttributeQuery(product.equals("H2") ? H2 : POSTGRESQL);
    }

    /** The number of a session goes to the database as it came, and no cookie can hold what a database takes amiss. */
    @Bean
    DefaultCookieSerializerCustomizer plainNumbers() {
        return cookie -> cookie.setUseBase64Encoding(false);
    }

    @Bean
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new SessionDeserializer());
        return conversion;
    }
}
