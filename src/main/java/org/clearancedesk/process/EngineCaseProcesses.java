package org.clearancedesk.process;

import java.util.List;
import org.clearancedesk.engine.Models;
import org.clearancedesk.register.CaseProcesses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the engine's tables, so that the check of the record needs no engine that runs. */
@Component
class EngineCaseProcesses implements CaseProcesses {

    private static final String LIVING =
            """
            act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
              where e.parent_id_ is null and e.business_key_ =""";

    private static final String COUNT =
            """
            select coalesce(sum(case when d.key_ = :request then 1 else 0 end), 0),
                   coalesce(sum(case when d.key_ = :approval then 1 else 0 end), 0),
                   coalesce(sum(case when e.suspension_state_ <> 1 then 1 else 0 end), 0)
            from %s :number and d.key_ in (:request, :approval)
            """
                    .formatted(LIVING);

    private static final String WITHOUT =
            """
            select number from (
              select c.number from clearance_case c
              where c.status in ('IN_TRIAGE', 'ESCALATED', 'IN_REVIEW', 'CHANGES_NEEDED', 'AWAITING_APPROVAL')
                and (select count(*) from %1$s c.number and d.key_ = :request and e.suspension_state_ = 1) <> 1
              union all
              select c.number from clearance_case c join clearance_approval a on a.case_number = c.number
              where c.status in ('APPROVED', 'SUSPENDED')
                and (select count(*) from %1$s c.number and d.key_ = :approval and e.suspension_state_ = 1) <> 1
            ) lost order by number fetch first %2$s rows only
            """;

    private final JdbcClient jdbc;

    EngineCaseProcesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Count of(String number) {
        return jdbc.sql(COUNT)
                .param("number", number)
                .param("request", Models.PROCESS)
                .param("approval", Models.APPROVAL_PROCESS)
                .query((row, index) -> new Count(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    @Override
    public List<String> withoutTheirs(int atMost) {
        return jdbc.sql(WITHOUT.formatted(LIVING, atMost))
                .param("request", Models.PROCESS)
                .param("approval", Models.APPROVAL_PROCESS)
                .query(String.class)
                .list();
    }
}
