package org.clearancedesk.desk;

import java.lang.reflect.Proxy;
import org.clearancedesk.approval.ApprovalProcess;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Suspends on record, as long as no process does. */
@TestConfiguration(proxyBeanMethods = false)
public class StandInApprovals {

    @Bean
    @ConditionalOnMissingBean
    ApprovalProcess standIn(JdbcClient jdbc) {
        return (ApprovalProcess) Proxy.newProxyInstance(
                ApprovalProcess.class.getClassLoader(), new Class<?>[] {ApprovalProcess.class}, (self, call, given) -> {
                    if (!call.getName().equals("hold")) {
                        throw new UnsupportedOperationException(call.getName());
                    }
                    jdbc.sql("update clearance_case set status = 'SUSPENDED' where number = ?")
                            .param(given[0])
                            .update();
                    return null;
                });
    }
}
