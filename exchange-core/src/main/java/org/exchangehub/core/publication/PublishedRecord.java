package org.exchangehub.core.publication;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One current row of a published dataset.
 *
 * @param values by field name in the order asked for: String, Long, Double, BigDecimal, Boolean, LocalDate, Instant, byte[], a
 *     JSON text for nested fields, or null
 * @param key all key fields as text, whether asked for or not
 */
public record PublishedRecord(Map<String, String> key, Map<String, @Nullable Object> values) {

    public PublishedRecord {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
