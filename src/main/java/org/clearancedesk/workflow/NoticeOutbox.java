package org.clearancedesk.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.Outbox;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Queues notices in the transaction of what they tell of; the job executor sends them. */
@Component
class NoticeOutbox implements Outbox {

    static final String NOTICE = "notice";

    private final RuntimeService runtime;
    private final ObjectMapper json;

    NoticeOutbox(@Lazy RuntimeService runtime, ObjectMapper json) {
        this.runtime = runtime;
        this.json = json;
    }

    @Override
    public void queue(Notice notice) {
        try {
            Object value = SpinValues.jsonValue(json.writeValueAsString(notice)).create();
            runtime.startProcessInstanceByKey(Models.NOTICE_PROCESS, notice.requestNumber(), Map.of(NOTICE, value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice cannot be queued.", e);
        }
    }
}
