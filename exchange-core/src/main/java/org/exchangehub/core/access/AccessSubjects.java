package org.exchangehub.core.access;

import java.util.UUID;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.work.Subject;
import org.exchangehub.schemas.value.LocalizedText;
import org.springframework.stereotype.Component;

/** What deadlines and notices of this package are about, called by the title of the dataset. */
@Component
class AccessSubjects {

    private final Catalog catalog;

    AccessSubjects(Catalog catalog) {
        this.catalog = catalog;
    }

    Subject of(Application application) {
        return new Subject(
                "application", application.id().toString(), catalog.title(application.dataset()), "/applications");
    }

    Subject of(Grant grant) {
        return ofDataset("grant", grant.id(), grant.dataset());
    }

    Subject of(Reshare reshare) {
        return ofDataset("reshare", reshare.id(), reshare.dataset());
    }

    Subject of(ServiceChange change) {
        return ofDataset("service-change", change.id(), change.dataset());
    }

    Subject of(Demand demand) {
        String title = demand.statement().title();
        return new Subject("demand", demand.id().toString(), new LocalizedText(title, title), "/datasets");
    }

    private Subject ofDataset(String type, UUID id, String dataset) {
        return new Subject(type, id.toString(), catalog.title(dataset), "/datasets/" + dataset + "/access");
    }
}
