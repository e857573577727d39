package org.exchangehub.core.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The datasets registered with the hub, for the other packages; who may see what is the controllers' matter. */
@Service
public class Catalog {

    private final DatasetRepository datasets;

    private final Offers offers;

    private final CatalogFeed feed;

    Catalog(DatasetRepository datasets, Offers offers, CatalogFeed feed) {
        this.datasets = datasets;
        this.offers = offers;
        this.feed = feed;
    }

    /** Takes note that the schema of a dataset in force became another, in the transaction that publishes it. */
    public void offersChanged(String code) {
        find(code).filter(Dataset::published).ifPresent(dataset -> {
            offers.refresh(dataset);
            feed.changed(code);
        });
    }

    /**
     * A dataset in whatever state.
     *
     * @throws HubProblem {@code NOT_FOUND} when there is none with this code
     */
    public Dataset get(String code) {
        return find(code).orElseThrow(() -> unknown(code));
    }

    public Optional<Dataset> find(String code) {
        return datasets.find(code);
    }

    /** What people call a dataset, whatever became of it; its code where there is none. */
    public LocalizedText title(String code) {
        return find(code).map(Dataset::title).orElseGet(() -> new LocalizedText(code, code));
    }

    /** The datasets among these codes that exist, by code. */
    public Map<String, Dataset> all(Collection<String> codes) {
        return datasets.all(codes);
    }

    /**
     * A dataset this caller may see: everybody one that is or was in force, its department and the catalog authority any.
     *
     * @throws HubProblem {@code NOT_FOUND} when there is none with this code or the caller may not know of it
     */
    public Dataset visible(String code, Caller caller) {
        return find(code).filter(found -> DatasetFilter.visible(found, caller)).orElseThrow(() -> unknown(code));
    }

    /** Up to {@code limit} datasets in force by code, those behind {@code after}. */
    public List<Dataset> published(@Nullable String after, int limit) {
        return datasets.list(DatasetFilter.inForce(), after, limit);
    }

    /** Up to {@code limit} datasets in whatever state by code, those behind {@code after}. */
    public List<Dataset> after(@Nullable String after, int limit) {
        return datasets.after(after, limit);
    }

    /**
     * What a reader finds of a query, by number, last changed first or by code.
     *
     * @param offset how many that match come before
     */
    public List<Dataset> found(CatalogQuery query, Caller reader, boolean newestFirst, int offset, int limit) {
        return datasets.list(DatasetFilter.of(reader, query), newestFirst, offset, limit);
    }

    /** How many datasets {@link #found} finds in all. */
    public long count(CatalogQuery query, Caller reader) {
        return datasets.count(DatasetFilter.of(reader, query));
    }

    /** Whether a search may show this caller a dataset: everybody one in force, its department and the authority any. */
    public static boolean listed(Dataset dataset, Caller caller) {
        return dataset.published() || DatasetFilter.works(dataset, caller);
    }

    static HubProblem unknown(String code) {
        return new HubProblem(ErrorCode.NOT_FOUND, "There is no dataset " + code + ".");
    }
}
