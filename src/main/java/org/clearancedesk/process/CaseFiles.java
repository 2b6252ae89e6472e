package org.clearancedesk.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Consumer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.clearancedesk.engine.webapp.EngineConflicts;
import org.clearancedesk.engine.webapp.RefusalFilter;
import org.clearancedesk.intake.BadInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the file of a running case. */
@Component
public class CaseFiles {

    private final ObjectMapper json;

    CaseFiles(ObjectMapper json) {
        this.json = json;
    }

    public CaseFile of(DelegateExecution execution) {
        return new CaseFile(execution, json);
    }

    /** Works on a file for somebody who waits: what they have to mend reaches them as a refusal, not as a failure. */
    public void forPerson(@Nullable DelegateExecution execution, Consumer<CaseFile> work) {
        try {
            if (execution == null) {
                // The engine had read the task before somebody else finished it.
                throw new BadInput("", EngineConflicts.DONE.sentence());
            }
            work.accept(of(execution));
        } catch (BadInput refused) {
            RefusalFilter.remember(refused.getMessage());
            throw new BadUserRequestException(refused.getMessage(), refused);
        }
    }
}
