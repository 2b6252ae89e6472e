package org.clearancedesk.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where ClamAV's daemon answers.
 *
 * @param host null or blank when there is none
 * @param timeout for one whole answer; after it a file counts as not clean yet
 */
@ConfigurationProperties("clearance-desk.evidence.clamd")
record ClamdProperties(@Nullable String host, @DefaultValue("3310") int port, @DefaultValue("20s") Duration timeout) {}
