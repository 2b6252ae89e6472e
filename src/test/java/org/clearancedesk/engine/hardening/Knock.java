package org.clearancedesk.engine.hardening;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clearancedesk.engine.webapp.NormalizedPath;

/** A call at a door that is closed. */
record Knock(String method, String path, BlockedRoute door) {

    /** At least one call for every door that is closed. */
    static List<Knock> everywhere(String definition, String process, String task) {
        return Stream.of(
                        "GET /camunda/api/admin/setup/default",
                        "POST /camunda/api/admin/setup/default/user/create",
                        "GET /engine-rest/engine",
                        "GET /rest/task",
                        "POST deployment/create",
                        "DELETE deployment/any",
                        "DELETE process-definition/" + definition,
                        "DELETE process-definition/key/genai-clearance",
                        "POST process-definition/key/genai-clearance/start",
                        "POST process-definition/" + definition + "/start",
                        "POST process-definition/" + definition + "/restart",
                        "POST process-definition/" + definition + "/restart-async",
                        "POST process-definition/key/approval-in-force/submit-form",
                        "POST process-definition/key/send-notice/submit-form",
                        "POST process-definition/key/take-checkpoint/tenant-id/any/submit-form",
                        "POST process-definition/key/genai-clearance/tenant-id/any/submit-form",
                        "POST process-definition/approval-in-force:1:any/submit-form",
                        "PUT process-definition/suspended",
                        "PUT process-definition/" + definition + "/history-time-to-live",
                        "PUT decision-definition/key/guidelineTriage/history-time-to-live",
                        "POST process-instance/" + process + "/modification",
                        "POST process-instance/" + process + "/modification-async",
                        "POST process-instance/message-async",
                        "POST modification/execute",
                        "POST migration/execute",
                        "POST message",
                        "POST signal",
                        "POST condition",
                        "PUT batch/any/suspended",
                        "POST execution/" + process + "/signal",
                        "POST execution/" + process + "/messageSubscriptions/any/trigger",
                        "POST task/create",
                        "POST task/" + task + "/bpmnError",
                        "POST task/" + task + "/bpmnEscalation",
                        "POST task/" + task + "/resolve",
                        "POST task/" + task + "/identity-links",
                        "POST task/" + task + "/identity-links/delete",
                        "POST authorization/create",
                        "DELETE authorization/any",
                        "DELETE group/approvers",
                        "POST task/" + task + "/delegate",
                        "DELETE task/" + task,
                        "DELETE process-instance/" + process,
                        "POST process-instance/delete",
                        "PUT process-instance/suspended",
                        "PUT process-instance/" + process + "/suspended",
                        "POST execution/any/elsewhere",
                        "PUT job/any/duedate",
                        "POST job/any/duedate/recalculate",
                        "PUT job/any/suspended",
                        "PUT job/any/priority",
                        "PUT job-definition/any/suspended",
                        "DELETE history/process-instance/" + process,
                        "POST history/process-instance/delete",
                        "POST history/process-instance/set-removal-time",
                        "POST history/cleanup",
                        "GET optimize/variable-update",
                        "DELETE job/any",
                        "POST process-instance/variables-async",
                        "PUT process-instance/" + process + "/variables/tierOfMine",
                        "POST process-instance/" + process + "/variables",
                        "DELETE process-instance/" + process + "/variables/tier",
                        "PUT execution/" + process + "/localVariables/tierOfMine",
                        "POST task/" + task + "/variables",
                        "PUT task/" + task + "/localVariables/tierOfMine",
                        "POST external-task/fetchAndLock",
                        "POST case-definition/key/any/create",
                        "POST telemetry/configuration",
                        "POST identity/verify",
                        "POST /camunda/api/admin/auth/user/default/login/tasklist")
                .map(Knock::at)
                .toList();
    }

    /** One and the same address as somebody might write it who looks for a way around a rule. */
    static List<String> tricks(String path) {
        int last = path.lastIndexOf('/');
        String start = path.substring(0, last);
        String end = path.substring(last + 1);
        return List.of(
                path + "/",
                path + "//",
                path + ";x=y",
                path + "?x=y",
                path + "/.",
                path + "/x/..",
                start + ";x=y/" + end,
                start + "//" + end,
                start + "/./" + end,
                start + "/%2e/" + end,
                start + "/x/../" + end,
                start + "/x/%2e%2e/" + end,
                start + "%2f" + end,
                start + "%5c" + end,
                start + "/%" + Integer.toHexString(end.charAt(0)) + end.substring(1),
                start + "/%25" + Integer.toHexString(end.charAt(0)) + end.substring(1),
                path + "%20",
                path + "%00",
                path + "%3bx=y",
                path.replace("/api/", "/API/"),
                path.replace("/api/", "/%61pi/"),
                path.replace("/api/", "/app/../api/"),
                path.replace("/camunda/", "/Camunda/"),
                start + "/" + end.toUpperCase(Locale.ROOT));
    }

    private static Knock at(String call) {
        String method = call.substring(0, call.indexOf(' '));
        String path = call.substring(call.indexOf(' ') + 1);
        String whole = path.startsWith("/") ? path : Webapp.ENGINE + path;
        BlockedRoute door = BlockedRoute.ALL.stream()
                .filter(each -> each.isAt(method, NormalizedPath.of(whole)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No door is closed at " + call));
        return new Knock(method, whole, door);
    }
}
