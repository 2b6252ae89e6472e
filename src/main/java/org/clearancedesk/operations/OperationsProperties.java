package org.clearancedesk.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody should look.
 *
 * @param oldestJob how long a job may be due before the health group "operations" is down
 * @param oldestNotice the same for a mail
 * @param keyLife how long before its end a signing key has to be replaced
 * @param remember how long figures and checks are kept, so that asking often costs nothing
 * @param lastCalls how long a desk that is told to stop answers as before, so that those in front of it find out
 */
@ConfigurationProperties("clearance-desk.operations")
public record OperationsProperties(
        @DefaultValue("10m") Duration oldestJob,
        @DefaultValue("15m") Duration oldestNotice,
        @DefaultValue("30d") Duration keyLife,
        @DefaultValue("30s") Duration remember,
        @DefaultValue("0s") Duration lastCalls) {}
