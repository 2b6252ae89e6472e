package org.clearancedesk.process.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.engine.Models;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.NoticeProcess;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.trace.Correlation;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Queues notices in the transaction of what they tell of; the job executor sends them. No word of a confidential case waits
 * with them.
 */
@Component
class NoticeOutbox implements Outbox {

    private final RuntimeService runtime;
    private final CaseRepository cases;
    private final ObjectMapper json;

    NoticeOutbox(@Lazy RuntimeService runtime, CaseRepository cases, ObjectMapper json) {
        this.runtime = runtime;
        this.cases = cases;
        this.json = json;
    }

    @Override
    public void queue(Notice notice) {
        try {
            boolean isConfidential = cases.get(notice.requestNumber()).codeName() != null;
            Notice kept = isConfidential ? notice.because(null) : notice;
            Object value = SpinValues.jsonValue(json.writeValueAsString(kept)).create();
            Map<String, Object> variables = new HashMap<>(Map.of(NoticeProcess.NOTICE, value));
            Correlation.current().ifPresent(cause -> variables.put(NoticeProcess.CAUSE, cause));
            runtime.startProcessInstanceByKey(Models.NOTICE_PROCESS, notice.requestNumber(), variables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice cannot be queued.", e);
        }
    }
}
