package org.exchangehub.core.catalog;

import java.util.List;
import java.util.Optional;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Department;
import org.exchangehub.core.identity.Departments;
import org.exchangehub.schemas.identifiers.SocialCreditCode;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands around a dataset: its provider, related ones, others that offer the same. */
@RestController
@RequestMapping(path = "/api/v1/datasets/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
class RelatedController {

    private final Catalog catalog;
    private final DatasetRepository datasets;
    private final Offers offers;
    private final Departments departments;

    RelatedController(Catalog catalog, DatasetRepository datasets, Offers offers, Departments departments) {
        this.catalog = catalog;
        this.datasets = datasets;
        this.offers = offers;
        this.departments = departments;
    }

    record RelatedDataset(
            String code, String resourceCode, @Nullable LocalizedText title, String department, Dataset.State state) {

        static RelatedDataset of(Dataset dataset) {
            return new RelatedDataset(
                    dataset.code(),
                    dataset.resourceCode(),
                    dataset.entry().title(),
                    dataset.department(),
                    dataset.state());
        }
    }

    /**
     * Relations both ways, as far as the reader may see them.
     *
     * @param names the datasets this one names
     * @param namedBy the datasets that name this one
     */
    record RelatedDatasets(List<RelatedDataset> names, List<RelatedDataset> namedBy) {}

    /**
     * Who provides a dataset.
     *
     * @param uscc unified social credit code, 提供方代码 (GB 32100-2015)
     * @param checkCharacter whether it ends in its check character; some early codes are lawful and do not
     */
    record Provider(
            String code,
            @Nullable LocalizedText title,
            @Nullable String uscc,
            @Nullable Boolean checkCharacter) {}

    @GetMapping("/related")
    RelatedDatasets related(@PathVariable String code, Caller caller) {
        Dataset dataset = catalog.visible(code, caller);
        List<String> named = dataset.entry().related().stream()
                .map(each -> each.replace('/', '-'))
                .toList();
        var found = datasets.all(named);
        return new RelatedDatasets(
                shown(
                        named.stream()
                                .flatMap(each -> Optional.ofNullable(found.get(each)).stream())
                                .toList(),
                        caller),
                shown(datasets.naming(dataset), caller));
    }

    private static List<RelatedDataset> shown(List<Dataset> datasets, Caller caller) {
        return datasets.stream()
                .filter(each -> DatasetFilter.visible(each, caller))
                .map(RelatedDataset::of)
                .toList();
    }

    @GetMapping("/provider")
    Provider provider(@PathVariable String code, Caller caller) {
        String provider = catalog.visible(code, caller).department();
        Optional<Department> known = departments.find(provider);
        String uscc = known.map(Department::uscc).orElse(null);
        return new Provider(
                provider,
                known.map(each -> new LocalizedText(
                                each.title().zh(), each.title().en()))
                        .orElse(null),
                uscc,
                (uscc == null || !SocialCreditCode.wellFormed(uscc)) ? null : SocialCreditCode.checks(uscc));
    }

    /** Other datasets in force that offer the same, for who works on this one. */
    @GetMapping("/overlaps")
    Offers.Overlaps overlaps(@PathVariable String code, Caller caller) {
        Dataset dataset = catalog.visible(code, caller);
        return new Offers.Overlaps(DatasetFilter.works(dataset, caller) ? offers.overlaps(dataset) : List.of());
    }
}
