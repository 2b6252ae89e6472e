package org.clearancedesk.process;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.clearancedesk.process.CaseVariable.CONDITIONS_SET;
import static org.clearancedesk.process.CaseVariable.REQUEST;
import static org.clearancedesk.process.CaseVariable.REQUESTER;
import static org.clearancedesk.process.CaseVariable.REQUEST_NUMBER;
import static org.clearancedesk.process.CaseVariable.TIER;

import java.util.Arrays;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.clearancedesk.engine.Models;
import org.clearancedesk.engine.hardening.StepVariables;
import org.clearancedesk.intake.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

    /** What the processes ask for, told to the engine, which lets nothing else in. */
    @Bean
    static StepVariables askedVariables() {
        return new StepVariables(
                Models.PROCESS,
                Map.of(
                        Models.PROCESS, CaseVariable.types(REQUEST),
                        Models.APPROVAL_PROCESS,
                                CaseVariable.types(REQUEST, REQUESTER, REQUEST_NUMBER, TIER, CONDITIONS_SET),
                        Models.NOTICE_PROCESS,
                                Map.of(NoticeProcess.NOTICE, JsonValue.class, NoticeProcess.CAUSE, String.class)),
                Arrays.stream(Step.values()).collect(toUnmodifiableMap(TaskIds::idOf, CaseVariable::askedAt)));
    }
}
