package org.exchangehub.core.insight;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.exchangehub.core.audit.LogFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the watch, of this or another instance, has looked at. */
final class Watched {

    private final AnomalyWatch watch;
    private final LogFeed log;
    private final Cases cases;
    private final JdbcClient jdbc;

    Watched(ApplicationContext context) {
        this.watch = context.getBean(AnomalyWatch.class);
        this.log = context.getBean(LogFeed.class);
        this.cases = context.getBean(Cases.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /** Waits until all there is has been looked at. */
    void seen() {
        long size = log.size();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            watch.look();
            return position() >= size;
        });
    }

    long position() {
        return jdbc.sql("select coalesce(max(next_index), 0) from hub.anomaly_position")
                .query(Long.class)
                .single();
    }

    /** Cases about a client, newest first. */
    List<AnomalyCase> of(String client) {
        return about(client, null);
    }

    /** Cases about an account, newest first. */
    List<AnomalyCase> about(String client, @Nullable String account) {
        return cases.newest(null, null, null, 500).stream()
                .filter(each -> each.client().equals(client)
                        && (account == null || each.account().equals(account)))
                .toList();
    }
}
