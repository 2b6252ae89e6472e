package org.clearancedesk.process.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.process.NoticeProcess;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.trace.Correlation;
import org.springframework.stereotype.Component;

@Component
class SendNotice implements JavaDelegate {

    private final NoticeSender noticeSender;
    private final CaseEvents caseEvents;
    private final ObjectMapper json;

    SendNotice(NoticeSender noticeSender, CaseEvents caseEvents, ObjectMapper json) {
        this.noticeSender = noticeSender;
        this.caseEvents = caseEvents;
        this.json = json;
    }

    @Override
    public void execute(DelegateExecution execution) throws JsonProcessingException {
        JsonValue kept = execution.getVariableTyped(NoticeProcess.NOTICE, false);
        Notice notice = json.readValue(kept.getValueSerialized(), Notice.class);
        Correlation.resume((String) execution.getVariable(NoticeProcess.CAUSE), () -> {
            noticeSender.send(notice, List.of());
            caseEvents.told(notice.requestNumber(), notice.kind().name());
        });
    }
}
