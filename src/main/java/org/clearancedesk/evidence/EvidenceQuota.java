package org.clearancedesk.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept.
 *
 * @param filesPerCase the most files that one case has
 * @param perCase the most that they are together
 * @param perPersonAndHour the most that one person hands in within an hour, for whatever cases
 */
@ConfigurationProperties("clearance-desk.evidence.quota")
record EvidenceQuota(
        @DefaultValue("200") int filesPerCase,
        @DefaultValue("2GB") DataSize perCase,
        @DefaultValue("1GB") DataSize perPersonAndHour) {}
