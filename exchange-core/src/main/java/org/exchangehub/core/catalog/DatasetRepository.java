package org.exchangehub.core.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DatasetRepository {

    private static final String SELECT = """
            select code, department, state, entry::text as entry, edition, version, created_at, updated_at,
                   submitted_at, submitted_by, published_at, change::text as change, withdrawal::text as withdrawal
              from hub.dataset
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DatasetRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The next resource code of a classification; a number once given is never given again. */
    String nextCode(String classification) {
        int number = jdbc.sql("""
                        insert into hub.dataset_sequence (classification, last) values (:classification, 1)
                        on conflict (classification) do update set last = dataset_sequence.last + 1
                        returning last
                        """)
                .param("classification", classification)
                .query(Integer.class)
                .single();
        return "%s-%06d".formatted(classification, number);
    }

    Optional<Dataset> find(String code) {
        return jdbc.sql(SELECT + " where code = :code")
                .param("code", code)
                .query(this::dataset)
                .optional();
    }

    /** The dataset, which nobody else moves until this transaction ends. */
    Optional<Dataset> locked(String code) {
        return jdbc.sql(SELECT + " where code = :code for update")
                .param("code", code)
                .query(this::dataset)
                .optional();
    }

    Map<String, Dataset> all(Collection<String> codes) {
        return jdbc
                .sql(SELECT + " where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(this::dataset)
                .list()
                .stream()
                .collect(Collectors.toMap(Dataset::code, Function.identity()));
    }

    /** Up to 200 datasets that name this one as related. */
    List<Dataset> naming(Dataset dataset) {
        return jdbc.sql(SELECT + """
                         where entry -> 'related' @> to_jsonb(:code::text) or entry -> 'related' @> to_jsonb(:resource::text)
                         order by code limit 200
                        """)
                .param("code", dataset.code())
                .param("resource", dataset.resourceCode())
                .query(this::dataset)
                .list();
    }

    /** Holds off other requests with the same key until this transaction ends. */
    void lock(IdempotencyKey key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('dataset:' || :key, 0))")
                .param("key", key.key())
                .query(rs -> {});
    }

    /** What was registered under an idempotency key before, if anything. */
    Optional<Registered> registered(String requestKey) {
        return jdbc.sql("select code, request_digest from hub.dataset where request_key = :key")
                .param("key", requestKey)
                .query((row, number) -> new Registered(row.getString("code"), row.getString("request_digest")))
                .optional();
    }

    record Registered(String code, String digest) {}

    void add(Dataset draft, @Nullable IdempotencyKey key) {
        jdbc.sql("""
                        insert into hub.dataset
                            (code, department, state, entry, search, version, created_at, updated_at, request_key, request_digest)
                        values
                            (:code, :department, :state, :entry::jsonb, :search, :version, :now, :now, :key, :digest)
                        """)
                .param("code", draft.code())
                .param("department", draft.department())
                .param("state", draft.state().name())
                .param("entry", json.writeValueAsString(draft.entry()))
                .param("search", searchText(draft))
                .param("version", draft.version())
                .param("now", at(draft.createdAt()))
                .param("key", key == null ? null : key.key())
                .param("digest", key == null ? null : key.digest())
                .update();
    }

    /** Writes a changed dataset over the version it was made from. */
    void save(Dataset changed) {
        int rows = jdbc.sql("""
                        update hub.dataset
                           set state = :state, entry = :entry::jsonb, search = :search, edition = :edition,
                               version = :version, updated_at = :updatedAt, submitted_at = :submittedAt,
                               submitted_by = :submittedBy, published_at = :publishedAt, change = :change::jsonb,
                               withdrawal = :withdrawal::jsonb
                         where code = :code and version = :version - 1
                        """)
                .param("state", changed.state().name())
                .param("entry", json.writeValueAsString(changed.entry()))
                .param("search", searchText(changed))
                .param("edition", changed.edition())
                .param("version", changed.version())
                .param("change", written(changed.change()))
                .param("withdrawal", written(changed.withdrawal()))
                .param("updatedAt", at(changed.updatedAt()))
                .param("submittedAt", at(changed.submittedAt()))
                .param("submittedBy", changed.submittedBy())
                .param("publishedAt", at(changed.publishedAt()))
                .param("code", changed.code())
                .update();
        if (rows == 0) {
            throw new HubProblem(
                    ErrorCode.CONFLICT, "Dataset " + changed.code() + " was changed by somebody else; read it again.");
        }
    }

    /** Up to {@code limit} datasets the reader may see and the filter lets through, by code, after the cursor's. */
    List<Dataset> list(DatasetFilter filter, @Nullable String after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = filter.conditions(conditions);
        if (after != null) {
            conditions.add("code > :after");
            parameters.put("after", after);
        }
        parameters.put("limit", limit);
        return jdbc.sql(SELECT + " where " + String.join(" and ", conditions) + " order by code limit :limit")
                .params(parameters)
                .query(this::dataset)
                .list();
    }

    /** The same by number: those behind the first {@code offset}, last changed first or by code. */
    List<Dataset> list(DatasetFilter filter, boolean newestFirst, int offset, int limit) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = filter.conditions(conditions);
        parameters.put("offset", offset);
        parameters.put("limit", limit);
        return jdbc.sql(SELECT + " where " + String.join(" and ", conditions) + " order by "
                        + (newestFirst ? "updated_at desc, " : "") + "code offset :offset limit :limit")
                .params(parameters)
                .query(this::dataset)
                .list();
    }

    long count(DatasetFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = filter.conditions(conditions);
        return jdbc.sql("select count(*) from hub.dataset where " + String.join(" and ", conditions))
                .params(parameters)
                .query(Long.class)
                .single();
    }

    /** Up to {@code limit} datasets in whatever state, by code, after a code. */
    List<Dataset> after(@Nullable String code, int limit) {
        return jdbc.sql(SELECT + " where code > :code order by code limit :limit")
                .param("code", code == null ? "" : code)
                .param("limit", limit)
                .query(this::dataset)
                .list();
    }

    /** What a search looks through, in lower case and one width: code, titles, summaries and keywords. */
    private static String searchText(Dataset dataset) {
        Entry entry = dataset.entry();
        String text = Stream.concat(
                        Stream.concat(
                                Stream.of(dataset.code(), dataset.resourceCode()),
                                Stream.concat(texts(entry.title()), texts(entry.summary()))),
                        entry.keywords().stream())
                .collect(Collectors.joining("\n"));
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Stream<String> texts(@Nullable LocalizedText text) {
        return text == null ? Stream.empty() : Stream.of(text.zh(), text.en());
    }

    private Dataset dataset(ResultSet row, int number) throws SQLException {
        return new Dataset(
                row.getString("code"),
                row.getString("department"),
                Dataset.State.valueOf(row.getString("state")),
                json.readValue(row.getString("entry"), Entry.class),
                row.getInt("edition"),
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                instant(row, "submitted_at"),
                row.getString("submitted_by"),
                instant(row, "published_at"),
                read(row.getString("change"), Change.class),
                read(row.getString("withdrawal"), Withdrawal.class));
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : json.readValue(text, type);
    }

    private @Nullable String written(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
