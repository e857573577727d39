package org.exchangehub.core.work;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Notices.
 *
 * @param keepRead how long a notice is kept after it was read; unread ones stay
 */
@Validated
@ConfigurationProperties(prefix = "hub.notices", ignoreUnknownFields = false)
record NoticeSettings(@DefaultValue("180d") Duration keepRead) {}
