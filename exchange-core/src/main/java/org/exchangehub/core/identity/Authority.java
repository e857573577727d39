package org.exchangehub.core.identity;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The authority for data sharing of this jurisdiction (政务数据共享主管部门, Decree 809, Art. 5).
 *
 * @param department code of the department it is, whose duty the authority's deadlines are
 */
@Validated
@ConfigurationProperties(prefix = "hub.authority", ignoreUnknownFields = false)
public record Authority(
        @DefaultValue("data-bureau") @NotBlank String department) {}
