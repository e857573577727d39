package org.exchangehub.core.catalog;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What the datasets in force offer, to find that two offer the same (Decree 809, Arts. 18, 19: one item, one source). An
 * overlap is a warning: it may be right, but its reason must be stated.
 */
@Service
class Offers {

    /** What can be offered twice. */
    enum Kind {
        /** The same title once digits, spaces and punctuation are left out. */
        TITLE,
        /** The same standard data element. */
        ELEMENT
    }

    /**
     * Another dataset in force that offers the same.
     *
     * @param value the title without digits, spaces and punctuation, or the data element
     */
    record Overlap(
            Kind kind,
            String value,
            String dataset,
            @Nullable LocalizedText title,
            String department) {}

    record Overlaps(List<Overlap> items) {}

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final DatasetRepository datasets;
    private final ObjectProvider<DatasetFields> schemas;

    Offers(JdbcClient jdbc, DatasetRepository datasets, ObjectProvider<DatasetFields> schemas) {
        this.jdbc = jdbc;
        this.datasets = datasets;
        this.schemas = schemas;
    }

    /** The schema's fields, none where nobody knows of a schema. */
    List<DatasetFields.Field> fields(String code) {
        DatasetFields known = schemas.getIfAvailable();
        return known == null ? List.of() : known.of(code);
    }

    /** The level of a dataset: as high as what it states, its highest item and its schema's highest field. */
    @Nullable
    Integer level(Dataset dataset) {
        Entry entry = dataset.workingEntry();
        IntStream items = ItemRules.highest(entry).stream();
        IntStream fields = fields(dataset.code()).stream().mapToInt(DatasetFields.Field::level);
        IntStream stated = Stream.ofNullable(entry.level()).mapToInt(Integer::intValue);
        OptionalInt highest =
                IntStream.concat(stated, IntStream.concat(items, fields)).max();
        return highest.isPresent() ? highest.getAsInt() : null;
    }

    /** What other datasets in force offer that this entry does too, at most 100. */
    List<Overlap> overlaps(Dataset dataset) {
        List<Found> found = jdbc.sql("""
                        select kind, value, dataset from hub.dataset_offer
                         where dataset <> :dataset
                           and ((kind = 'TITLE' and value = any(:titles)) or (kind = 'ELEMENT' and value = any(:elements)))
                         order by kind, value, dataset limit :most
                        """)
                .param("dataset", dataset.code())
                .param("titles", titles(dataset.workingEntry()).toArray(String[]::new))
                .param("elements", elements(dataset).toArray(String[]::new))
                .param("most", MOST)
                .query((row, number) -> new Found(
                        Kind.valueOf(row.getString("kind")), row.getString("value"), row.getString("dataset")))
                .list();
        var others = datasets.all(found.stream().map(Found::dataset).collect(Collectors.toSet()));
        return found.stream()
                .flatMap(each -> Optional.ofNullable(others.get(each.dataset())).stream()
                        .map(other -> new Overlap(
                                each.kind(),
                                each.value(),
                                other.code(),
                                other.entry().title(),
                                other.department())))
                .toList();
    }

    private record Found(Kind kind, String value, String dataset) {}

    /** Whether another dataset in force has a title like this. */
    boolean named(String title, @Nullable String but) {
        return jdbc.sql("""
                        select exists (select from hub.dataset_offer
                                        where kind = 'TITLE' and value = :value and dataset <> :but)
                        """)
                .param("value", normalised(title))
                .param("but", but == null ? "" : but)
                .query(Boolean.class)
                .single();
    }

    /** Notes that overlaps have no stated reason. */
    void requireReason(Dataset dataset, Violations missing) {
        String reason = dataset.workingEntry().overlapReason();
        if (reason != null && !reason.isBlank()) {
            return;
        }
        List<Overlap> overlaps = overlaps(dataset);
        if (!overlaps.isEmpty()) {
            missing.add(
                    "/overlapReason",
                    "why it is offered although "
                            + overlaps.stream()
                                    .map(Overlap::dataset)
                                    .distinct()
                                    .limit(5)
                                    .toList() + " offer the same; GET /api/v1/datasets/" + dataset.code()
                            + "/overlaps lists it",
                    null);
        }
    }

    /** Writes down anew what a dataset in force offers. */
    void refresh(Dataset dataset) {
        withdraw(dataset.code());
        insert(dataset.code(), Kind.TITLE, titles(dataset.entry()));
        insert(dataset.code(), Kind.ELEMENT, elements(dataset));
    }

    void withdraw(String code) {
        jdbc.sql("delete from hub.dataset_offer where dataset = :dataset")
                .param("dataset", code)
                .update();
    }

    private void insert(String dataset, Kind kind, Collection<String> values) {
        jdbc.sql("insert into hub.dataset_offer (dataset, kind, value)"
                        + " select :dataset, :kind, value from unnest(:values::text[]) value")
                .param("dataset", dataset)
                .param("kind", kind.name())
                .param("values", values.toArray(String[]::new))
                .update();
    }

    private static Set<String> titles(Entry entry) {
        LocalizedText title = entry.title();
        return title == null
                ? Set.of()
                : Stream.of(title.zh(), title.en())
                        .map(Offers::normalised)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> elements(Dataset dataset) {
        return Stream.concat(
                        dataset.workingEntry().items().stream().map(DataItem::element),
                        fields(dataset.code()).stream().map(DatasetFields.Field::element))
                .filter(Objects::nonNull)
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A title as reviewers compare it: letters only, in one width and case; a title without letters as it is. */
    static String normalised(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String letters = plain.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return letters.isEmpty() ? plain.strip() : letters;
    }
}
