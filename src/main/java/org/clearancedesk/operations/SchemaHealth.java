package org.clearancedesk.operations;

import java.io.IOException;
import java.io.InputStream;
import java.sql.DatabaseMetaData;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/**
 * Whether the database has every table that this version of the desk works on. The start raises it; this finds the
 * database that was put back from an old copy underneath a running desk.
 */
@Component("schemaHealthIndicator")
class SchemaHealth implements HealthIndicator {

    private static final String AUTHOR = "clearance-desk";

    private final JdbcClient jdbc;
    private final Set<String> needed;

    SchemaHealth(JdbcClient jdbc, DataSource database) throws IOException, MetaDataAccessException {
        this.jdbc = jdbc;
        String product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        this.needed = needed(product.toLowerCase(Locale.ROOT));
    }

    @Override
    public Health health() {
        List<String> run = jdbc.sql("select id from databasechangelog where author = ?")
                .param(AUTHOR)
                .query(String.class)
                .list();
        Set<String> missing = new LinkedHashSet<>(needed);
        run.forEach(missing::remove);
        if (!missing.isEmpty()) {
            return Health.down().withDetail("missing", missing).build();
        }
        // A node of the next version has been here first, as in a rolling update; it adds and takes nothing away.
        long newer = run.stream().filter(id -> !needed.contains(id)).count();
        return Health.up()
                .withDetail("changes", needed.size())
                .withDetail("newer", newer)
                .build();
    }

    private static Set<String> needed(String product) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:db/changelog/0*.yaml")) {
            try (InputStream content = file.getInputStream()) {
                Map<String, List<Map<String, ?>>> changes = new Yaml().load(content);
                for (Map<String, ?> entry : changes.getOrDefault("databaseChangeLog", List.of())) {
                    if (entry.get("changeSet") instanceof Map<?, ?> set && isFor(product, set)) {
                        ids.add(String.valueOf(set.get("id")));
                    }
                }
            }
        }
        return ids;
    }

    /** The engine's own changes are for the engine to miss. */
    private static boolean isFor(String product, Map<?, ?> changeSet) {
        Object only = changeSet.get("dbms");
        return AUTHOR.equals(changeSet.get("author"))
                && (only == null || String.valueOf(only).contains(product));
    }
}
