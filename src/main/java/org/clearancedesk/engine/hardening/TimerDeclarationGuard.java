package org.clearancedesk.engine.hardening;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a step's reminders in the model while cases pass to it. The engine takes each one that it meets out of the model that
 * all cases share: then the next case at that step loses its reminders, tasks that are made later get none, and the passage
 * after that one fails, because it sets them anew without their dates.
 */
final class TimerDeclarationGuard extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl step) {
        step.getProperties()
                .get(BpmnProperties.TIMEOUT_LISTENER_DECLARATIONS)
                .replaceAll((id, reminders) -> new Kept(reminders));
    }

    private static final class Kept extends HashMap<String, TimerDeclarationImpl> {

        private static final long serialVersionUID = 1L;

        Kept(Map<String, TimerDeclarationImpl> reminders) {
            super(reminders);
        }

        @Override
        public @Nullable TimerDeclarationImpl remove(@Nullable Object listener) {
            return get(listener);
        }
    }
}
