package org.clearancedesk.desk;

import org.clearancedesk.approval.ApprovalProcess;
import org.clearancedesk.approval.Hold;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Suspends and revokes on record where no process does. */
@TestConfiguration(proxyBeanMethods = false)
public class StandInApprovals {

    @Bean
    @ConditionalOnMissingBean
    ApprovalProcess standIn(JdbcClient jdbc) {
        return new ApprovalProcess() {
            @Override
            public void hold(String caseNumber, Hold hold) {
                become("SUSPENDED", caseNumber);
            }

            @Override
            public void revoke(String caseNumber, String reason) {
                become("REVOKED", caseNumber);
            }

            private void become(String status, String caseNumber) {
                jdbc.sql("update clearance_case set status = ? where number = ?")
                        .params(status, caseNumber)
                        .update();
            }
        };
    }
}
