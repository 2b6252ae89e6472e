package org.clearancedesk.operations;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    SchemaHealth(JdbcClient jdbc) throws IOException {
        this.jdbc = jdbc;
        this.needed = needed();
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

    private static Set<String> needed() throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:db/changelog/0*.yaml")) {
            try (InputStream content = file.getInputStream()) {
                Map<String, List<Map<String, ?>>> changes = new Yaml().load(content);
                for (Map<String, ?> entry : changes.getOrDefault("databaseChangeLog", List.of())) {
                    if (entry.get("changeSet") instanceof Map<?, ?> set && AUTHOR.equals(set.get("author"))) {
                        ids.add(String.valueOf(set.get("id")));
                    }
                }
            }
        }
        return ids;
    }
}
