package org.exchangehub.core.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which datasets a list shows: those its reader may see, and among them what was asked for.
 *
 * @param words all of them must occur, anywhere and in whatever case
 * @param changeState of the change on its way, which only its department and the authority know of
 * @param only the values a side of the dataset may have
 * @param readerDepartment sees its own datasets in whatever state
 * @param readerSeesAll the catalog authority sees the datasets of all departments in whatever state
 */
record DatasetFilter(
        List<String> words,
        @Nullable String department,
        Dataset.@Nullable State state,
        Dataset.@Nullable State changeState,
        Map<Facet, Set<String>> only,
        @Nullable String readerDepartment,
        boolean readerSeesAll) {

    /** All datasets in force, for whoever. */
    static DatasetFilter inForce() {
        return new DatasetFilter(List.of(), null, null, null, Map.of(), null, false);
    }

    static DatasetFilter of(
            Caller reader,
            @Nullable String q,
            @Nullable String department,
            Dataset.@Nullable State state,
            Dataset.@Nullable State changeState) {
        return new DatasetFilter(
                CatalogQuery.words(q), department, state, changeState, Map.of(), reader.department(), seesAll(reader));
    }

    /** What a search finds where it is answered without the search engine. */
    static DatasetFilter of(Caller reader, CatalogQuery query) {
        return new DatasetFilter(query.words(), null, null, null, query.only(), reader.department(), seesAll(reader));
    }

    /**
     * Whether a caller may see a dataset: everybody if it is or was in force, otherwise who works on it.
     */
    static boolean visible(Dataset dataset, Caller reader) {
        return dataset.published() || dataset.state() == Dataset.State.WITHDRAWN || works(dataset, reader);
    }

    /** Whether a caller sees what is being worked on: its department and the catalog authority. */
    static boolean works(Dataset dataset, Caller reader) {
        return dataset.department().equals(reader.department()) || seesAll(reader);
    }

    private static boolean seesAll(Caller reader) {
        return reader.has(Role.CATALOG_AUTHORITY);
    }

    /** Adds this filter's SQL conditions and answers with their parameters. */
    Map<String, Object> conditions(List<String> conditions) {
        Map<String, Object> parameters = new HashMap<>();
        if (!readerSeesAll) {
            conditions.add("(state in ('PUBLISHED', 'WITHDRAWING') or department = :readerDepartment)");
            parameters.put("readerDepartment", readerDepartment == null ? "" : readerDepartment);
        }
        if (department != null) {
            conditions.add("department = :department");
            parameters.put("department", department);
        }
        if (state != null) {
            conditions.add("state = :state");
            parameters.put("state", state.name());
        }
        if (changeState != null) {
            conditions.add("change ->> 'state' = :changeState and (:readerSeesAll or department = :changer)");
            parameters.put("changeState", changeState.name());
            parameters.put("readerSeesAll", readerSeesAll);
            parameters.put("changer", readerDepartment == null ? "" : readerDepartment);
        }
        only.forEach((facet, values) -> {
            conditions.add(facet.condition());
            parameters.put(facet.sqlParameter(), values.toArray(String[]::new));
        });
        for (int i = 0; i < words.size(); i++) {
            conditions.add("search like :word" + i);
            parameters.put("word" + i, "%" + words.get(i).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return parameters;
    }
}
