package org.clearancedesk.engine.hardening;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Calls of the webapp's interface that its pages make, and somebody may make with them. What is on no list is closed, whatever
 * a release of the engine brings.
 *
 * @param path as the pages write it, behind {@code /camunda/api}
 */
record AllowedCall(Set<String> methods, Pattern path) {

    private static final String ENGINE = "/engine/engine/[^/]+/";
    private static final String DEFINITION = "process-definition/(key/)?[^/]+/";

    /** What Tasklist does for anybody, and what somebody does with their own account. */
    static final List<AllowedCall> TO_EVERYBODY = List.of(
            page("GET", "/engine/engine"),
            page("GET", "/admin/auth/user/[^/]+"),
            page("POST", "/admin/auth/user/[^/]+/logout"),
            page("GET", "/tasklist/plugin/tasklistPlugins/static/.+"),
            engine("GET, POST", "task(/count)?"),
            engine("GET, PUT", "task/[^/]+"),
            engine("GET", "task/[^/]+/(form|form-variables|rendered-form|deployed-form|identity-links|comment)"),
            engine("POST", "task/[^/]+/(claim|unclaim|assignee|complete|submit-form|comment/create)"),
            engine("GET", "filter(/count)?"),
            engine("GET", "filter/[^/]+"),
            engine("GET, POST", "filter/[^/]+/(list|count|singleResult)"),
            engine("OPTIONS", "filter(/[^/]+)?"),
            engine("GET", "process-definition(/count)?"),
            engine("GET", DEFINITION + "(startForm|deployed-start-form|rendered-form|form-variables|xml)"),
            engine("POST", DEFINITION + "submit-form"),
            engine("GET", "history/user-operation(/count)?"),
            engine("GET, POST", "group(/count)?"),
            engine("GET", "identity/groups"),
            engine("GET, POST", "identity/password-policy"),
            engine("GET", "user/[^/]+/profile"),
            engine("PUT", "user/[^/]+/credentials"));

    /** What Cockpit and Admin do for administrators: they see everything, and change little. */
    static final List<AllowedCall> TO_ADMINISTRATORS = List.of(
            page("GET, POST", "/(cockpit|admin|tasklist|welcome)/plugin/.+"),
            engine("GET", "(?!optimize(/|$)).+"),
            engine(
                    "POST",
                    "(process-instance|execution|variable-instance|job|job-definition|external-task"
                            + "|history/(?!cleanup/)[a-z-]+)(/count)?"),
            engine("POST", "decision-definition/(key/)?[^/]+/evaluate"),
            engine("PUT", "(job|job-definition)/[^/]+/retries"),
            engine("POST", "job/[^/]+/execute"),
            engine("POST", "(filter|user|group)/create"),
            engine("PUT, DELETE", "filter/[^/]+"),
            engine("PUT, DELETE", "group/[^/]+/members/[^/]+"),
            engine("PUT", "user/[^/]+/profile"),
            engine("DELETE", "user/[^/]+"),
            engine("OPTIONS", "(authorization|user|group|tenant)(/[^/]+(/members)?)?"));

    private static AllowedCall engine(String methods, String path) {
        return page(methods, ENGINE + path);
    }

    private static AllowedCall page(String methods, String path) {
        return new AllowedCall(Set.of(methods.split(", ")), Pattern.compile(path));
    }

    boolean isAt(String method, String written) {
        return methods.contains(method) && path.matcher(written).matches();
    }
}
