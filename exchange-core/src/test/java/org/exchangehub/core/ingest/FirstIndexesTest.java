package org.exchangehub.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Indexes come with the first release, whatever came before it. */
@HubTest
class FirstIndexesTest {

    private final JdbcClient jdbc;
    private final Sender sender;

    FirstIndexesTest(HubClient hub, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.sender = new Sender(hub, jdbc, 780);
    }

    @Test
    void aTableHasNoneUntilRowsAreReleasedAndThenAllOfThem() {
        sender.send("UPSERT", "id,staff\n,1\n,2\n");
        List<@Nullable String> before = indexes();

        sender.send("UPSERT", "id,staff\nA,1\nB,2\nA,3\n");
        sender.send("UPSERT", "id,staff\nA,5\nC,6\n");

        String name = sender.table().substring("shared.".length());
        assertThat(before).isEmpty();
        assertThat(indexes())
                .containsExactlyInAnyOrder(
                        name + "_key",
                        name + "_seq",
                        name + "_deleted_seq",
                        name + "_ended",
                        name + "_f1",
                        name + "_f3");
        assertThat(sender.current())
                .extracting(row -> row.get("id") + "=" + row.get("staff"))
                .containsExactly("A=5", "B=2", "C=6");
    }

    private List<@Nullable String> indexes() {
        return jdbc.sql("select indexname from pg_indexes where schemaname || '.' || tablename = :table")
                .param("table", sender.table())
                .query(String.class)
                .list();
    }
}
