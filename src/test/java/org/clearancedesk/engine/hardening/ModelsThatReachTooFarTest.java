package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Suppose that somebody got a model in: what it can reach. */
@RunningDesk
class ModelsThatReachTooFarTest {

    private final RepositoryService models;
    private final RuntimeService runtime;
    private final DecisionService decisions;
    private final IdentityService identity;
    private final Logger engineLog = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine");
    private final List<String> deployments = new ArrayList<>();

    @TempDir
    private Path place;

    ModelsThatReachTooFarTest(
            RepositoryService models, RuntimeService runtime, DecisionService decisions, IdentityService identity) {
        this.models = models;
        this.runtime = runtime;
        this.decisions = decisions;
        this.identity = identity;
    }

    /** The engine logs every attack with its whole stack. */
    @BeforeEach
    void beQuiet() {
        engineLog.setLevel(Level.OFF);
    }

    @AfterEach
    void takeAway() {
        engineLog.setLevel(null);
        deployments.forEach(deployment -> models.deleteDeployment(deployment, true));
        identity.deleteMembership("requester2", "camunda-admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the application's own objects
                "${identityService.createMembership('requester2','camunda-admin')}",
                "${processEngine.identityService.createMembership('requester2','camunda-admin')}",
                "${environment.getProperty('spring.datasource.url') != null}",
                "${dataSource.connection != null}",
                "${engineDirectory != null}",
                // from what a model is given to the engine, to classes and to programs
                "${execution.processEngineServices.identityService.createMembership('requester2','camunda-admin')}",
                "${execution.getProcessEngineServices().getIdentityService().createMembership('requester2','camunda-admin')}",
                "${execution.setVariable('stolen', true)}",
                "${execution.class}",
                "${execution.getClass().getClassLoader()}",
                "${''.class}",
                "${''['class']['classLoader']}",
                "${''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('touch PLACE')}",
                "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('touch PLACE')}",
                "${''.getClass().forName('java.io.File').getConstructors()[1].newInstance('PLACE').createNewFile()}",
                "${''.getClass().forName('java.lang.System').getMethod('exit', 0).invoke(null, 0)}",
                "${''.getClass().forName('javax.script.ScriptEngineManager').newInstance().getEngineByName('juel').eval('1')}",
                // from the delegates, and from what filters may reckon with
                "${registerRequest.class}",
                "${registerRequest.execute(execution)}",
                "${dateTime().getClass()}",
                "${dateTime().toDate().getClass()}",
                "${dateTime().plusDays(1).getClass().forName('java.lang.Runtime')}",
                "${now().class}",
                "${currentUserGroups().getClass()}",
                "${word.getClass().getName()}",
                "${word.bytes}",
                // functions that nobody needs
                "${S('x')}",
                "${XML('<x/>')}",
                "${JSON('{}')}"
            })
    void noExpressionReachesAnythingWhereverItStands(String expression) {
        String attack = expression.replace("PLACE", place.resolve("touched").toString());

        for (String model : WaysIn.ofExpression(attack)) {
            refused(model);
        }
    }

    @Test
    void whatTheModelsNeedIsReached() {
        deploy(Bpmn.convertToString(WaysIn.process()
                .startEvent()
                .exclusiveGateway("question")
                .condition("yes", "${word == 'a word'}")
                .userTask("yes")
                .endEvent()
                .moveToNode("question")
                .condition("no", "${word != 'a word'}")
                .userTask("no")
                .endEvent()
                .done()));

        String instance = start();

        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("yes");
    }

    @Test
    void noVariableTakesTheDelegatesPlace() {
        deploy(Bpmn.convertToString(WaysIn.process()
                .startEvent()
                .exclusiveGateway("question")
                .condition("taken", "${registerRequest == 'mine'}")
                .userTask("variable")
                .endEvent()
                .moveToNode("question")
                .condition("not taken", "${registerRequest != 'mine'}")
                .userTask("delegate")
                .endEvent()
                .done()));

        String instance = startWith(Map.of("registerRequest", "mine"));

        assertThat(runtime.getActiveActivityIds(instance)).containsExactly("delegate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "ecmascript", "groovy", "python", "ruby", "juel", "JUEL", "feel"})
    void noScriptRuns(String language) {
        for (String script : List.of(
                "execution.setVariable('stolen', true)", "${execution.setVariable('stolen', true)}", "1 + 1", "true")) {
            for (String model : WaysIn.ofScript(language, script)) {
                refused(model);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel"})
    void noDecisionRunsOneOrReachesFurther(String language) {
        String attack = language.equals("juel")
                ? "${identityService.createMembership('requester2','camunda-admin')}"
                : "java.lang.Runtime.getRuntime().exec('touch %s')".formatted(place.resolve("touched"));
        deployments.add(models.createDeployment()
                .addString("reaching.dmn", WaysIn.decision(language, attack))
                .deploy()
                .getId());

        assertThatThrownBy(() -> decisions.evaluateDecisionTableByKey("reaching-decision", Map.of("word", "a word")))
                .isInstanceOf(RuntimeException.class);

        nothingHappened();
    }

    @Test
    void theEnginesTwoOwnLanguagesAreTheOnlyOnesThere() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getLanguageName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .containsOnly("feel", "feel-unary-tests", "jsp 2.1 el");
    }

    private void refused(String model) {
        assertThatThrownBy(() -> {
                    deploy(model);
                    start();
                })
                .as(model)
                .isInstanceOf(RuntimeException.class);
        nothingHappened();
    }

    private void nothingHappened() {
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(User::getId)
                .doesNotContain("requester2");
        assertThat(place).isEmptyDirectory();
        assertThat(runtime.createVariableInstanceQuery().variableName("stolen").count())
                .isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(WaysIn.KEY)
                        .count())
                .isZero();
    }

    private void deploy(String model) {
        deployments.add(models.createDeployment()
                .addString("reaching.bpmn", model)
                .deploy()
                .getId());
    }

    private String start() {
        return startWith(Variables.putValue("word", "a word").putValue("number", 1));
    }

    /** Past the first wall, which lets no variable into a process that asks for none: here the models are attacked. */
    private String startWith(Map<String, Object> variables) {
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey(WaysIn.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        String begins = models.getBpmnModelInstance(model)
                .getModelElementsByType(StartEvent.class)
                .iterator()
                .next()
                .getId();
        return runtime.createProcessInstanceById(model)
                .startBeforeActivity(begins)
                .setVariables(variables)
                .execute()
                .getId();
    }
}
