package org.exchangehub.core.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer did with the data of a grant in a while, by its own account (Decree 809, Art. 29). It is added to, never changed and
 * never deleted: what was wrong is put right by another record.
 *
 * @param from the first day it tells of
 * @param until the last
 * @param scenario 使用场景
 * @param process 使用过程
 * @param results 使用结果
 * @param storage 存储情况: where copies are kept and how they are protected, or that there are none
 * @param destruction 销毁情况; null while nothing was destroyed
 */
record UsageRecord(
        UUID id,
        UUID grant,
        String dataset,
        String provider,
        String department,
        LocalDate from,
        LocalDate until,
        String scenario,
        String process,
        String results,
        String storage,
        @Nullable String destruction,
        String recordedBy,
        Instant recordedAt) {}
