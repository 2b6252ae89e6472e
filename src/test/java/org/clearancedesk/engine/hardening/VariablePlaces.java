package org.clearancedesk.engine.hardening;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;

/** Every place of the engine's interface that takes or gives variables, as found on the class path. */
final class VariablePlaces {

    private static final String REST = "classpath*:org/camunda/bpm/**/*.class";

    private VariablePlaces() {}

    /** Fields of documents, such as {@code CompleteTaskDto.variables}. */
    static Set<String> fields() {
        Set<String> found = new TreeSet<>();
        classes().forEach(type -> Arrays.stream(type.getDeclaredFields())
                .filter(field -> holdsVariable(field.getGenericType()))
                .map(VariablePlaces::nameOf)
                .forEach(found::add));
        return found;
    }

    /** Resources that take one variable, or a file, as their whole body, such as {@code VariableResource.putVariable}. */
    static Set<String> bodies() {
        Set<String> found = new TreeSet<>();
        classes().filter(Class::isInterface).forEach(type -> Arrays.stream(type.getDeclaredMethods())
                .filter(VariablePlaces::takesOneOrFile)
                .map(method -> type.getSimpleName() + "." + method.getName())
                .forEach(found::add));
        return found;
    }

    private static boolean takesOneOrFile(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .anyMatch(type -> VariableValueDto.class.isAssignableFrom(type)
                        || type.getSimpleName().equals("MultipartFormData"));
    }

    private static boolean holdsVariable(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(VariablePlaces::holdsVariable);
        }
        return type instanceof Class<?> one
                && (VariableValueDto.class.isAssignableFrom(one)
                        || (one.isArray() && holdsVariable(one.getComponentType())));
    }

    private static String nameOf(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    static Stream<Class<?>> classes() {
        try {
            CachingMetadataReaderFactory reader = new CachingMetadataReaderFactory();
            Resource[] all = new PathMatchingResourcePatternResolver().getResources(REST);
            return Arrays.stream(all).flatMap(each -> load(reader, each));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Class<?>> load(CachingMetadataReaderFactory reader, Resource resource) {
        if (!resource.toString().contains("/rest/") && !resource.toString().contains("webapp")) {
            return Stream.empty();
        }
        try {
            String name = reader.getMetadataReader(resource).getClassMetadata().getClassName();
            Class<?> type = Class.forName(name, false, VariablePlaces.class.getClassLoader());
            // A class that refers to one that this desk does not have is found out here.
            int members = type.getDeclaredFields().length + type.getDeclaredMethods().length;
            return members == 0 ? Stream.empty() : Stream.of(type);
        } catch (IOException | ClassNotFoundException | NoClassDefFoundError notOfThisDesk) {
            return Stream.empty();
        }
    }

    /** A call at each of them: {@code %s} stands for the variable. */
    static Map<String, String> calls(String definition, String process, String task) {
        return Map.ofEntries(
                Map.entry(
                        "PatchVariablesDto.modifications",
                        "POST task/" + task + "/localVariables {\"modifications\":{\"request\":%s}}"),
                Map.entry("SignalDto.variables", "POST signal {\"name\":\"x\",\"variables\":{\"request\":%s}}"),
                Map.entry("EvaluationConditionDto.variables", "POST condition {\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "EvaluateDecisionDto.variables",
                        "POST decision-definition/key/guidelineTriage/evaluate {\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "CompleteExternalTaskDto.variables",
                        "POST external-task/any/complete {\"workerId\":\"x\",\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "CompleteExternalTaskDto.localVariables",
                        "POST external-task/any/complete {\"workerId\":\"x\",\"localVariables\":{\"request\":%s}}"),
                Map.entry(
                        "ExternalTaskFailureDto.variables",
                        "POST external-task/any/failure {\"workerId\":\"x\",\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "ExternalTaskFailureDto.localVariables",
                        "POST external-task/any/failure {\"workerId\":\"x\",\"localVariables\":{\"request\":%s}}"),
                Map.entry(
                        "CorrelationMessageDto.correlationKeys",
                        "POST message {\"messageName\":\"approval held\",\"correlationKeys\":{\"request\":%s}}"),
                Map.entry(
                        "CorrelationMessageDto.localCorrelationKeys",
                        "POST message {\"messageName\":\"approval held\",\"localCorrelationKeys\":{\"request\":%s}}"),
                Map.entry(
                        "CorrelationMessageDto.processVariables",
                        "POST message {\"messageName\":\"approval held\",\"processVariables\":{\"request\":%s}}"),
                Map.entry(
                        "CorrelationMessageDto.processVariablesLocal",
                        "POST message {\"messageName\":\"approval held\",\"processVariablesLocal\":{\"request\":%s}}"),
                Map.entry(
                        "CorrelationMessageDto.processVariablesToTriggeredScope",
                        "POST message {\"messageName\":\"approval held\",\"processVariablesToTriggeredScope\":{\"request\":%s}}"),
                Map.entry(
                        "MigrationPlanDto.variables",
                        "POST migration/execute {\"migrationPlan\":{\"variables\":{\"request\":%s}}}"),
                Map.entry(
                        "MigrationPlanGenerationDto.variables",
                        "POST migration/generate {\"sourceProcessDefinitionId\":\"" + definition
                                + "\",\"targetProcessDefinitionId\":\"" + definition
                                + "\",\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "CaseExecutionTriggerDto.variables",
                        "POST case-execution/any/complete {\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "CreateCaseInstanceDto.variables",
                        "POST case-definition/key/any/create {\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "ExecutionTriggerDto.variables",
                        "POST execution/" + process + "/signal {\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "StartProcessInstanceDto.variables",
                        "POST process-definition/key/genai-clearance/submit-form {\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "CorrelationMessageAsyncDto.variables",
                        "POST process-instance/message-async {\"messageName\":\"x\",\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "SetVariablesAsyncDto.variables",
                        "POST process-instance/variables-async {\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "ProcessInstanceModificationInstructionDto.variables",
                        "POST process-instance/" + process
                                + "/modification {\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"x\",\"variables\":{\"request\":%s}}]}"),
                Map.entry(
                        "CompleteTaskDto.variables",
                        "POST task/" + task + "/complete {\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "CompleteTaskDto.variables by its form",
                        "POST task/" + task + "/submit-form {\"variables\":{\"legalOutcome\":%s}}"),
                Map.entry(
                        "CompleteTaskDto.variables when resolved",
                        "POST task/" + task + "/resolve {\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "StartProcessInstanceDto.variables at any step",
                        "POST process-definition/" + definition + "/start {\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "TaskBpmnErrorDto.variables",
                        "POST task/" + task + "/bpmnError {\"errorCode\":\"x\",\"variables\":{\"request\":%s}}"),
                Map.entry(
                        "TaskEscalationDto.variables",
                        "POST task/" + task
                                + "/bpmnEscalation {\"escalationCode\":\"x\",\"variables\":{\"request\":%s}}"),
                Map.entry("VariableResource.putVariable", "PUT task/" + task + "/variables/request %s"),
                Map.entry(
                        "VariableResource.putVariable of one task", "PUT task/" + task + "/localVariables/request %s"),
                Map.entry(
                        "VariableResource.putVariable of an instance",
                        "PUT process-instance/" + process + "/variables/request %s"),
                Map.entry(
                        "VariableResource.putVariable of an execution",
                        "PUT execution/" + process + "/localVariables/request %s"));
    }

    /** Documents that the interface only gives away. */
    static final Set<String> ANSWERS = Set.of(
            "HistoricDecisionInstanceDto.inputs",
            "HistoricDecisionInstanceDto.outputs",
            "LockedExternalTaskDto.variables",
            "MessageCorrelationResultWithVariableDto.variables",
            "MigrationPlanReportDto.variableReports",
            "ProcessInstanceWithVariablesDto.variables",
            "TaskWithVariablesDto.variables");

    /** Places that take a file or a document of parts. */
    static final Set<String> FILES = Set.of(
            "VariableResource.setBinaryVariable",
            "DeploymentRestService.createDeployment",
            "TaskAttachmentResource.addAttachment");
}
