package org.exchangehub.core.discovery;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The datasets whose documents are not what they are now; a trigger of the database notes them with every write. */
@Repository
class StaleDatasets {

    /** A dataset as of a ticket; a later state has a later one. */
    record Stale(String dataset, long ticket) {}

    private final JdbcClient jdbc;

    StaleDatasets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest of them. */
    List<Stale> first(int most) {
        return jdbc.sql("select dataset, ticket from hub.catalog_stale order by ticket limit ?")
                .param(most)
                .query((row, number) -> new Stale(row.getString(1), row.getLong(2)))
                .list();
    }

    boolean any() {
        return jdbc.sql("select exists (select from hub.catalog_stale)")
                .query(Boolean.class)
                .single();
    }

    long count() {
        return jdbc.sql("select count(*) from hub.catalog_stale")
                .query(Long.class)
                .single();
    }

    /** Forgets those that were written and have not changed since. */
    void written(Collection<Stale> written) {
        jdbc.sql("""
                        delete from hub.catalog_stale as stale
                         using unnest(:datasets::text[], :tickets::bigint[]) as done (dataset, ticket)
                         where stale.dataset = done.dataset and stale.ticket = done.ticket
                        """)
                .param("datasets", written.stream().map(Stale::dataset).toArray(String[]::new))
                .param("tickets", written.stream().map(Stale::ticket).toArray(Long[]::new))
                .update();
    }

    /** Notes some as stale. */
    void note(Collection<String> datasets) {
        jdbc.sql("""
                        insert into hub.catalog_stale (dataset, ticket)
                        select dataset, nextval('hub.catalog_ticket') from unnest(:datasets::text[]) as dataset
                        on conflict (dataset) do update set ticket = excluded.ticket
                        """).param("datasets", datasets.toArray(String[]::new)).update();
    }

    /** Notes all datasets as stale. */
    void noteAll() {
        jdbc.sql("""
                        insert into hub.catalog_stale (dataset, ticket)
                        select code, nextval('hub.catalog_ticket') from hub.dataset
                        on conflict (dataset) do update set ticket = excluded.ticket
                        """).update();
    }

    /** Which of these are stale. */
    List<String> among(Collection<String> datasets) {
        return jdbc.sql("select dataset from hub.catalog_stale where dataset = any(:datasets)")
                .param("datasets", datasets.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }
}
