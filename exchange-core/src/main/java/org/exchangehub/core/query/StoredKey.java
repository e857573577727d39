package org.exchangehub.core.query;

import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A key all instances share, made by the migration of its table and read once. */
final class StoredKey {

    private final JdbcClient jdbc;
    private final String table;
    private final String algorithm;
    private volatile @Nullable SecretKeySpec known;

    /** @param table with one row and the column {@code secret} */
    StoredKey(JdbcClient jdbc, String table, String algorithm) {
        this.jdbc = jdbc;
        this.table = table;
        this.algorithm = algorithm;
    }

    SecretKeySpec get() {
        SecretKeySpec key = known;
        if (key == null) {
            key = new SecretKeySpec(
                    jdbc.sql("select secret from " + table).query(byte[].class).single(), algorithm);
            known = key;
        }
        return key;
    }
}
