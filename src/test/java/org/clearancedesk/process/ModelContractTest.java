package org.clearancedesk.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.clearancedesk.approval.SuspensionOutcome;
import org.clearancedesk.engine.Models;
import org.clearancedesk.intake.Step;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.review.ApprovalOutcome;
import org.clearancedesk.review.EscalationOutcome;
import org.clearancedesk.review.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.w3c.dom.Element;

/** Where models and code meet by name, both must say the same. */
@Scenario
class ModelContractTest {

    private static final Pattern FORM_KEY = Pattern.compile("embedded:deployment:(forms/[a-z-]+\\.html)");
    private static final Pattern COMPARISON = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /** Which vocabulary the words of a condition come from. */
    private static final Map<CaseVariable, Class<? extends Enum<?>>> VOCABULARIES = Map.of(
            CaseVariable.TIER, Tier.class,
            CaseVariable.VERDICT, Verdict.class,
            CaseVariable.ESCALATION_OUTCOME, EscalationOutcome.class,
            CaseVariable.APPROVAL_OUTCOME, ApprovalOutcome.class,
            CaseVariable.HOLD_OUTCOME, SuspensionOutcome.class);

    /** Named by models on which a case that is under way may still run. */
    private static final Set<String> OF_EARLIER_MODELS = Set.of("takeUpEarlierHolds");

    private final ApplicationContext context;
    private final RepositoryService repository;
    private final Models models;

    ModelContractTest(ApplicationContext context, RepositoryService repository, Models models) {
        this.context = context;
        this.repository = repository;
        this.models = models;
    }

    @Test
    void everyBeanThatAModelNamesIsThereAndOfTheRightKind() {
        for (ModelText model : ModelText.ALL) {
            assertKind(model, "serviceTask", JavaDelegate.class);
            assertKind(model, "taskListener", TaskListener.class);
            assertKind(model, "executionListener", ExecutionListener.class);
        }
    }

    @Test
    void everyBeanOfSuchAKindIsNamedByAModel() {
        Set<String> named = ModelText.ALL.stream()
                .flatMap(model -> Stream.of("serviceTask", "taskListener", "executionListener")
                        .flatMap(kind -> model.beans(kind).stream()))
                .collect(toCollection(TreeSet::new));

        named.addAll(OF_EARLIER_MODELS);
        Set<String> ours = Stream.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                .flatMap(kind -> context.getBeansOfType(kind).entrySet().stream())
                .filter(bean -> bean.getValue().getClass().getName().startsWith("org.clearancedesk"))
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
        assertThat(named).isEqualTo(ours).hasSizeGreaterThan(15);
    }

    @Test
    void everyServiceTaskIsDoneByTheClassOfItsName() {
        for (ModelText model : ModelText.ALL) {
            model.elements("serviceTask").forEach(task -> {
                assertThat(task.getAttribute("id")).isEqualTo(camelCase(task.getAttribute("name")));
                assertThat(ModelText.attribute(task, "delegateExpression"))
                        .isEqualTo("${" + task.getAttribute("id") + "}");
                assertThat(context.getBean(task.getAttribute("id")).getClass().getSimpleName())
                        .isEqualToIgnoringCase(task.getAttribute("id"));
            });
        }
    }

    @Test
    void everyStepIsAUserTaskForItsGroup() {
        List<Step> steps = new ArrayList<>();
        elements("userTask").forEach(task -> {
            Step step = TaskIds.of(task.getAttribute("id"));
            steps.add(step);
            assertThat(ModelText.attribute(task, "candidateGroups"))
                    .as(step.name())
                    .isEqualTo(DeskGroup.of(step).map(DeskGroup::id).orElse(""));
            assertThat(ModelText.attribute(task, "assignee"))
                    .isEqualTo(DeskGroup.of(step).isPresent() ? "" : "${requester}");
        });
        assertThat(steps).containsExactlyInAnyOrder(Step.values());
    }

    @Test
    void everyUserTaskThatIsDeployedHasTheListenersOfAStep() throws Exception {
        List<String> tasks = new ArrayList<>();
        for (ProcessDefinition each : repository.createProcessDefinitionQuery().list()) {
            String text = new String(repository.getProcessModel(each.getId()).readAllBytes(), UTF_8);
            ModelText model = ModelText.read(each.getResourceName(), text);
            model.elements("userTask").forEach(task -> {
                String id = task.getAttribute("id");
                tasks.add(id);
                boolean isForGroup = task.hasAttributeNS(ModelText.ENGINE, "candidateGroups");
                List<String> expected = new ArrayList<>(List.of(
                        "create ${announceTask}",
                        "assignment ${%s}".formatted(isForGroup ? "takeTask" : "keepWithRequester"),
                        "complete ${%s}".formatted(id),
                        "timeout ${remind} %sReminder ${remindAt}".formatted(id)));
                if (isForGroup) {
                    expected.add("timeout ${tellNobodyTookIt} %sUnclaimed ${unclaimedAt}".formatted(id));
                }
                assertThat(listeners(task, "taskListener")).as(id).containsExactlyElementsOf(expected);
                assertThat(model.elements("sequenceFlow")
                                .filter(flow -> flow.getAttribute("targetRef").equals(id)))
                        .as(id)
                        .isNotEmpty()
                        .allSatisfy(flow -> assertThat(listeners(flow, "executionListener"))
                                .singleElement()
                                .asString()
                                .startsWith("take ${schedule"));
            });
        }
        assertThat(tasks).hasSameSizeAs(Step.values());
    }

    private static List<String> listeners(Element of, String kind) {
        return ModelText.listeners(of, kind)
                .map(each -> Stream.of("event", "delegateExpression", "id")
                                .map(each::getAttribute)
                                .collect(joining(" "))
                        + " "
                        + each.getTextContent().strip())
                .map(String::strip)
                .toList();
    }

    @Test
    void everyFormIsThereAndAskedFor() throws Exception {
        Set<String> asked = Stream.concat(elements("startEvent"), elements("userTask"))
                .map(each -> ModelText.attribute(each, "formKey"))
                .filter(key -> !key.isEmpty())
                .map(key -> {
                    assertThat(key).matches(FORM_KEY);
                    return key.substring("embedded:deployment:".length());
                })
                .collect(toCollection(TreeSet::new));
        assertThat(asked).hasSize(Step.values().length + 1);

        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            assertThat(files.map(file -> "forms/" + file.getFileName()).filter(name -> name.endsWith(".html")))
                    .containsExactlyInAnyOrderElementsOf(asked);
        }
    }

    @Test
    void everyVariableOfAModelIsInTheCatalogue() {
        Set<String> known =
                Arrays.stream(CaseVariable.values()).map(CaseVariable::id).collect(toSet());
        Set<String> beans = ModelText.ALL.stream()
                .flatMap(model -> Stream.of("serviceTask", "taskListener", "executionListener")
                        .flatMap(kind -> model.beans(kind).stream()))
                .collect(toSet());
        List<String> expressions = ModelText.ALL.stream()
                .flatMap(model -> model.expressions().stream())
                .toList();

        assertThat(expressions).isNotEmpty().allSatisfy(expression -> assertThat(expression)
                .matches(text -> VARIABLE.matcher(text).matches()
                        || COMPARISON.matcher(text).matches()));
        assertThat(expressions.stream()
                        .flatMap(expression -> Stream.of(VARIABLE, COMPARISON)
                                .flatMap(form -> form.matcher(expression).results())
                                .map(found -> found.group(1)))
                        .filter(name -> !beans.contains(name)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).contains(name));
        assertThat(ModelText.CLEARANCE.listeners("inputParameter").map(each -> each.getAttribute("name")))
                .allSatisfy(name -> assertThat(known).contains(name));
    }

    @Test
    void everyWordInAConditionIsOneOfItsVocabulary() {
        List<MatchResult> comparisons = ModelText.ALL.stream()
                .flatMap(model -> model.expressions().stream())
                .flatMap(expression -> COMPARISON.matcher(expression).results())
                .toList();

        assertThat(comparisons).hasSizeGreaterThan(5).allSatisfy(comparison -> {
            CaseVariable variable = Arrays.stream(CaseVariable.values())
                    .filter(each -> each.id().equals(comparison.group(1)))
                    .findFirst()
                    .orElseThrow();
            assertThat(VOCABULARIES.get(variable).getEnumConstants())
                    .extracting(Enum::name)
                    .contains(comparison.group(2));
        });
    }

    @Test
    void messagesDecisionsAndProcessesAreCalledAsInTheCode() {
        assertThat(ModelText.CLEARANCE.elements("message").map(message -> message.getAttribute("name")))
                .containsExactly(Models.WITHDRAWN_MESSAGE);
        assertThat(ModelText.IN_FORCE.elements("message").map(message -> message.getAttribute("name")))
                .containsExactly(Models.HELD_MESSAGE, Models.REVOKED_MESSAGE, Models.SUPERSEDED_MESSAGE);
        for (ModelText model : List.of(ModelText.CLEARANCE, ModelText.IN_FORCE)) {
            assertThat(model.elements("messageEventDefinition").map(event -> event.getAttribute("messageRef")))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(model.ids("message")).contains(reference));
        }
        assertThat(ModelText.CLEARANCE.elements("businessRuleTask"))
                .singleElement()
                .satisfies(task -> {
                    assertThat(ModelText.attribute(task, "decisionRef")).isEqualTo(Models.DECISION);
                    assertThat(ModelText.attribute(task, "decisionRefBinding")).isEqualTo("deployment");
                });
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(Models.DECISION)
                        .count())
                .isEqualTo(1);
        assertThat(ModelText.ALL.stream().flatMap(model -> model.ids("process").stream()))
                .containsExactly(
                        Models.PROCESS, Models.NOTICE_PROCESS, Models.APPROVAL_PROCESS, Models.CHECKPOINT_PROCESS);
        assertThat(ModelText.ALL).allSatisfy(model -> assertThat(model.ids("process"))
                .containsExactly(model.file().replace(".bpmn", "")));
    }

    @Test
    void everyDefinitionKeepsItsHistoryForATime() {
        assertThat(repository.createProcessDefinitionQuery().list())
                .hasSize(4)
                .extracting(ProcessDefinition::getHistoryTimeToLive)
                .containsExactlyInAnyOrder(180, 30, 180, 180);
        assertThat(repository.createDecisionDefinitionQuery().list())
                .isNotEmpty()
                .extracting(DecisionDefinition::getHistoryTimeToLive)
                .doesNotContainNull();
    }

    @Test
    void aSecondStartAddsNoVersion() {
        models.deploy();
        models.deploy();

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
        assertThat(repository.createProcessDefinitionQuery().list())
                .extracting(ProcessDefinition::getVersion)
                .containsOnly(1);
        assertThat(repository.createDecisionDefinitionQuery().list())
                .extracting(DecisionDefinition::getVersion)
                .containsOnly(1);
    }

    @Test
    void modelsAndFormsAreDeployedTogetherUnderStableNames() throws Exception {
        String deployment = repository.createDeploymentQuery().singleResult().getId();
        List<String> expected = new ArrayList<>();
        for (String pattern : List.of("bpmn/*.{bpmn,dmn}", "forms/*.html")) {
            Path folder = Path.of(pattern).getParent();
            try (var files = Files.newDirectoryStream(
                    folder, Path.of(pattern).getFileName().toString())) {
                files.forEach(file -> expected.add(folder + "/" + file.getFileName()));
            }
        }

        assertThat(repository.getDeploymentResourceNames(deployment)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Stream<Element> elements(String kind) {
        return ModelText.ALL.stream().flatMap(model -> model.elements(kind));
    }

    private void assertKind(ModelText model, String element, Class<?> kind) {
        assertThat(model.beans(element))
                .allSatisfy(bean -> assertThat(context.getBean(bean)).isInstanceOf(kind));
    }

    private static String camelCase(String label) {
        StringBuilder id = new StringBuilder();
        for (String word : label.split(" ", -1)) {
            id.append(
                    id.isEmpty()
                            ? word.toLowerCase(Locale.ROOT)
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return id.toString();
    }
}
