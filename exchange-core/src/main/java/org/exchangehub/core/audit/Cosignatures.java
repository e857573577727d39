package org.exchangehub.core.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.exchangehub.tlog.Cosignature;
import org.exchangehub.tlog.SignedNote;
import org.exchangehub.tlog.WitnessKey;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cosignatures witnesses gave, and checkpoints with them. */
@Component
class Cosignatures {

    /** How far back a receipt looks for a checkpoint that more witnesses cosigned, in cosignatures. */
    private static final int LOOKED_AT = 64;

    private final JdbcClient jdbc;

    Cosignatures(@Qualifier("logDataSource") DataSource logDataSource) {
        this.jdbc = JdbcClient.create(logDataSource);
    }

    /** The last checkpoint of a witness: its size, and when it was cosigned. */
    record Last(long size, Instant at) {}

    void keep(long size, Cosignature cosignature, SignedNote.Signature signature) {
        jdbc.sql("""
                insert into hub.log_cosignature (size, witness, line, at) values (?, ?, ?, ?)
                on conflict (size, witness) do nothing
                """)
                .param(size)
                .param(cosignature.witness().vkey())
                .param(signature.line().strip())
                .param(Timestamp.from(cosignature.at()))
                .update();
    }

    Optional<Last> last(WitnessKey witness) {
        return jdbc.sql("select size, at from hub.log_cosignature where witness = ? order by size desc limit 1")
                .param(witness.vkey())
                .query((row, number) ->
                        new Last(row.getLong(1), row.getTimestamp(2).toInstant()))
                .optional();
    }

    /** A checkpoint of this size with every cosignature there is of it. */
    SignedNote on(SignedNote note, long size) {
        List<SignedNote.Signature> lines = new ArrayList<>();
        jdbc.sql("select line from hub.log_cosignature where size = ? order by at, witness")
                .param(size)
                .query(String.class)
                .list()
                .forEach(line -> lines.add(SignedNote.Signature.parse(line)));
        return note.with(lines);
    }

    /** Of the checkpoints cosigned last that cover an entry, the one most of these witnesses cosigned, as it was signed. */
    Optional<String> mostCosigned(long index, List<WitnessKey> witnesses) {
        return jdbc.sql("""
                        select note from hub.log_checkpoint join (
                            select size, count(*) as witnesses from (
                                select size from hub.log_cosignature where size > ? and witness = any(?)
                                order by size desc limit ?) as latest
                            group by size) as cosigned using (size)
                        order by witnesses desc, size desc limit 1
                        """)
                .param(index)
                .param(witnesses.stream().map(WitnessKey::vkey).toArray(String[]::new))
                .param(LOOKED_AT * Math.max(1, witnesses.size()))
                .query(String.class)
                .optional();
    }
}
