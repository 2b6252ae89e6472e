package org.clearancedesk.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.register.Register;
import org.clearancedesk.trace.Correlation;
import org.springframework.stereotype.Component;

@Component
class SendNotice implements JavaDelegate {

    private final Courier courier;
    private final Register register;
    private final ObjectMapper json;

    SendNotice(Courier courier, Register register, ObjectMapper json) {
        this.courier = courier;
        this.register = register;
        this.json = json;
    }

    @Override
    public void execute(DelegateExecution execution) throws JsonProcessingException {
        JsonValue kept = execution.getVariableTyped(NoticeOutbox.NOTICE, false);
        Notice notice = json.readValue(kept.getValueSerialized(), Notice.class);
        Correlation.resume((String) execution.getVariable(NoticeOutbox.CAUSE), () -> {
            courier.send(notice, List.of());
            register.told(notice.requestNumber(), notice.kind().name());
        });
    }
}
