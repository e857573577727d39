package org.exchangehub.core.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the schema says of a dataset's fields; the package that holds the schemas answers. */
public interface DatasetFields {

    /** The fields of the schema bound to a dataset, the draft's before one is published; none when none is bound. */
    List<Field> of(String dataset);

    /**
     * A field.
     *
     * @param element the standard data element it stands for, such as {@code GB/T 36104-2018/tyshxydm}
     * @param level 1 to 4 for general data, 5 important, 6 core
     */
    record Field(String name, @Nullable String element, int level) {}
}
