package org.exchangehub.core.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.exchangehub.core.catalog.Dataset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The scores of all datasets as they were last worked out, the worst first. */
@Repository
class ScoreList {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScoreList(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A dataset's scorecard and when it was worked out. */
    record Scored(String dataset, String department, Scorecard scorecard, Instant at) {

        Place place() {
            Double score = scorecard.score();
            return new Place(score == null ? 0 : score, dataset);
        }
    }

    /**
     * A place in the list.
     *
     * @param score 0 to 100
     */
    record Place(double score, String dataset) {

        Place {
            if (!(score >= 0 && score <= 100) || dataset.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("no place in the list: " + score);
            }
        }

        @Override
        public String toString() {
            return score + " " + dataset;
        }

        /** Reads what {@link #toString} writes; throws {@link IllegalArgumentException} for anything else. */
        static Place parse(String text) {
            int space = text.indexOf(' ');
            if (space < 0) {
                throw new IllegalArgumentException(text);
            }
            return new Place(Double.parseDouble(text.substring(0, space)), text.substring(space + 1));
        }
    }

    /** Puts a dataset in its place, or takes it away when it has no score. */
    void put(Dataset dataset, Scorecard scorecard, Instant now) {
        if (scorecard.score() == null) {
            jdbc.sql("delete from hub.quality_score where dataset = :dataset")
                    .param("dataset", dataset.code())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into hub.quality_score as s (dataset, department, score, scorecard, at)
                        values (:dataset, :department, :score, :scorecard::jsonb, :now)
                        on conflict (dataset) do update set department = excluded.department, score = excluded.score,
                            scorecard = excluded.scorecard, at = excluded.at
                        """)
                .param("dataset", dataset.code())
                .param("department", dataset.department())
                .param("score", BigDecimal.valueOf(scorecard.score()))
                .param("scorecard", json.writeValueAsString(scorecard))
                .param("now", QualityRepository.time(now))
                .update();
    }

    /** @param department whose datasets; null for all */
    List<Scored> worst(@Nullable String department, @Nullable Place after, int limit) {
        return jdbc.sql("""
                        select dataset, department, scorecard::text as scorecard, at from hub.quality_score
                         where (cast(:department as text) is null or department = :department)
                           and (score, dataset) > (:score, :dataset)
                         order by score, dataset limit :limit
                        """)
                .param("department", department)
                .param("score", BigDecimal.valueOf(after == null ? -1 : after.score()))
                .param("dataset", after == null ? "" : after.dataset())
                .param("limit", limit)
                .query((row, n) -> new Scored(
                        row.getString("dataset"),
                        row.getString("department"),
                        json.readValue(row.getString("scorecard"), Scorecard.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
