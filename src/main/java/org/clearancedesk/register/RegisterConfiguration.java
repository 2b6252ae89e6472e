package org.clearancedesk.register;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.H2SequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer;

@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    private static final String SEQUENCE = "clearance_number";

    @Bean
    DataFieldMaxValueIncrementer requestNumbers(DataSource dataSource) throws MetaDataAccessException, SQLException {
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName());
        return switch (product) {
            case "H2" -> new H2SequenceMaxValueIncrementer(dataSource, SEQUENCE);
            case "PostgreSQL" -> new PostgresSequenceMaxValueIncrementer(dataSource, SEQUENCE);
            default ->
                throw new SQLException(
                        "The desk runs on H2 or PostgreSQL, not on %s. Please change spring.datasource.url."
                                .formatted(product));
        };
    }
}
