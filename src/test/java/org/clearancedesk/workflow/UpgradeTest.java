package org.clearancedesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.register.Records;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/** A database of the version before, with a case in every wait state, and a new version of the model with a step renamed. */
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.process-engine-name=upgraded",
            "clearance-desk.demo-cases=false",
            "spring.mail.host=127.0.0.1"
        })
@ActiveProfiles("demo")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import(Stage.class)
class UpgradeTest {

    private static final String NEXT = "next";

    private final Desk desk;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Records records;
    private final RecordAudit audit;
    private final JdbcClient jdbc;

    UpgradeTest(
            Desk desk,
            RepositoryService repository,
            RuntimeService runtime,
            Records records,
            RecordAudit audit,
            JdbcClient jdbc) {
        this.audit = audit;
        this.desk = desk;
        this.repository = repository;
        this.runtime = runtime;
        this.records = records;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void databaseOfTheVersionBefore(DynamicPropertyRegistry settings) throws SQLException {
        String url = "jdbc:h2:mem:upgrade;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            statement.execute("runscript from '%s'".formatted(DumpForUpgrade.DUMP));
        }
        settings.add("spring.datasource.url", () -> url);
    }

    @Test
    void everyCaseGoesOnWithTheNewModelFromWhereItWaitedAndComesToItsEnd() throws IOException {
        ProcessDefinition now = newest();
        Map<String, List<String>> waited = waiting();
        assertThat(waited).hasSize(WaitState.values().length);
        assertThat(audit.verify().broken()).as("events of the version before").isEmpty();
        assertThat(audit.verify().untold()).as("what they do not tell").isPositive();
        deployNext(now.getVersionTag());

        List<String> before = underWay();
        migration().run();
        assertThat(underWay()).as("without a passage everybody stays").isEqualTo(before);

        Migration migration = migration(
                new Passage(Models.PROCESS, now.getVersionTag(), NEXT, Map.of("sendRefusal", "sendTheRefusal")));
        migration.run();
        ProcessDefinition next = newest();
        assertThat(next.getVersionTag()).isEqualTo(NEXT);
        assertThat(underWay())
                .as("all but the one that is between two steps")
                .filteredOn(id -> !id.equals(next.getId()))
                .hasSize(1);
        desk.follow(number(WaitState.BEHIND_REVIEWS));
        desk.goesOn();
        migration.run();
        assertThat(underWay()).hasSize(WaitState.values().length).allMatch(id -> id.equals(next.getId()));
        assertThat(waiting()).as("nobody's task is lost or comes twice").isEqualTo(waited);
        for (WaitState state : WaitState.values()) {
            String number = desk.follow(number(state));
            state.finish(desk);
            assertThat(desk.isOver()).as(state.name()).isTrue();
            assertThat(desk.onRecord().status()).as(state.name()).isEqualTo(state.end());
            assertThat(records.of(number).firstBreak()).as(state.name()).isNull();
            assertThat(audit.verify(number)).as(state.name()).isEmpty();
        }
    }

    private Migration migration(Passage... passages) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        for (Passage passage : passages) {
            beans.registerSingleton(passage.from(), passage);
        }
        return new Migration(repository, runtime, beans.getBeanProvider(Passage.class));
    }

    private String number(WaitState state) {
        return jdbc.sql("select number from clearance_case where title = ?")
                .param(state.name())
                .query(String.class)
                .single();
    }

    private Map<String, List<String>> waiting() {
        return Arrays.stream(WaitState.values()).collect(Collectors.toMap(WaitState::name, state -> {
            desk.follow(number(state));
            return desk.waitingSteps();
        }));
    }

    private List<String> underWay() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(Models.PROCESS).list().stream()
                .map(ProcessInstance::getProcessDefinitionId)
                .toList();
    }

    private ProcessDefinition newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Models.PROCESS)
                .latestVersion()
                .singleResult();
    }

    private void deployNext(String tag) throws IOException {
        DeploymentBuilder deployment = repository.createDeployment().name("next");
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        for (String folder : List.of("bpmn", "forms")) {
            for (Resource resource : resources.getResources("classpath:/" + folder + "/*")) {
                String text = resource.getContentAsString(StandardCharsets.UTF_8);
                boolean changes = text.contains("id=\"" + Models.PROCESS + "\"");
                deployment.addString(
                        folder + "/" + resource.getFilename(),
                        changes
                                ? text.replace(
                                                "camunda:versionTag=\"%s\"".formatted(tag),
                                                "camunda:versionTag=\"next\"")
                                        .replace("\"sendRefusal\"", "\"sendTheRefusal\"")
                                : text);
            }
        }
        deployment.deploy();
    }
}
