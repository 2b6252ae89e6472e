package org.clearancedesk.process.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.engine.Models;
import org.clearancedesk.engine.webapp.EngineConflicts;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ClearanceProcess;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.process.CaseVariable;
import org.clearancedesk.process.EngineIdentity;
import org.clearancedesk.register.ApprovalEvents;
import org.springframework.stereotype.Component;

@Component
class EngineClearanceProcess implements ClearanceProcess {

    private static final Set<String> DISCLOSURES = Set.of("discloseToNetflixContact", "discloseCoveredUse");
    private static final int TRIES = 3;

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final EngineIdentity engineIdentity;
    private final CurrentCaller caller;
    private final ApprovalEvents record;
    private final ObjectMapper json;
    private final Clock clock;

    EngineClearanceProcess(
            RuntimeService runtime,
            ManagementService jobs,
            EngineIdentity engineIdentity,
            CurrentCaller caller,
            ApprovalEvents record,
            ObjectMapper json,
            Clock clock) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.engineIdentity = engineIdentity;
        this.caller = caller;
        this.record = record;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String start(ClearanceRequest request) {
        Caller requester = caller.get();
        if (!requester.isIn(DeskGroup.REQUESTERS)) {
            throw new NotAllowed(RegisterRequest.NOT_A_REQUESTER);
        }
        try {
            Object given =
                    SpinValues.jsonValue(json.writeValueAsString(request)).create();
            return engineIdentity
                    .of(
                            requester,
                            () -> runtime.startProcessInstanceByKey(
                                    Models.PROCESS, Map.of(CaseVariable.REQUEST.id(), given)))
                    .getBusinessKey();
        } catch (BadUserRequestException refused) {
            throw refused.getCause() instanceof BadInput badInput ? badInput : refused;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request cannot be written as JSON.", e);
        }
    }

    @Override
    public void withdraw(String number, String reason) {
        // Waits for whoever decides at this moment. A decided case may still be under way, because its mail waits to go
        // out.
        if (record.lock(number).isFinal()) {
            throw nothingLeft(number);
        }
        try {
            runtime.createMessageCorrelation(Models.WITHDRAWN_MESSAGE)
                    .processInstanceBusinessKey(number)
                    .setVariable(CaseVariable.WITHDRAWAL_REASON.id(), reason)
                    .correlate();
        } catch (MismatchingMessageCorrelationException decided) {
            throw nothingLeft(number);
        } catch (OptimisticLockingException other) {
            throw new BadInput("", EngineConflicts.CHANGED.sentence());
        }
    }

    @Override
    public void tryToDiscloseAgain(String number) {
        runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(Models.PROCESS)
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .flatMap(running ->
                        jobs.createJobQuery().processInstanceId(running.getId()).withException().list().stream())
                .filter(job -> DISCLOSURES.contains(job.getFailedActivityId()))
                .forEach(job -> {
                    jobs.setJobRetries(job.getId(), TRIES);
                    // It may wait for its next try.
                    jobs.setJobDuedate(job.getId(), Date.from(clock.instant()));
                });
    }

    private static BadInput nothingLeft(String number) {
        return new BadInput("", "Request %s is decided already; there is nothing left to withdraw.".formatted(number));
    }
}
