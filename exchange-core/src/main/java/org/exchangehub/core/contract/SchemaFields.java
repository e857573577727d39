package org.exchangehub.core.contract;

import java.util.List;
import java.util.Optional;
import org.exchangehub.core.catalog.Catalog;
import org.exchangehub.core.catalog.DatasetFields;
import org.exchangehub.schemas.StandardField;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the catalog of the fields of the bound schemas, and when they become others. */
@Component
class SchemaFields implements DatasetFields {

    private final Contracts contracts;
    private final Catalog catalog;

    SchemaFields(Contracts contracts, Catalog catalog) {
        this.contracts = contracts;
        this.catalog = catalog;
    }

    @Override
    public List<Field> of(String dataset) {
        Optional<BoundSchema> bound = contracts.published(dataset).or(() -> contracts.draft(dataset));
        return bound.map(each ->
                        each.schema().fields().stream().map(SchemaFields::field).toList())
                .orElse(List.of());
    }

    private static Field field(StandardField field) {
        StandardField.Element element = field.element();
        return new Field(
                field.name(),
                element == null ? null : element.standard() + "/" + element.code(),
                field.level().number());
    }

    /** In the transaction that publishes the schema. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SchemaPublished published) {
        catalog.offersChanged(published.dataset());
    }
}
