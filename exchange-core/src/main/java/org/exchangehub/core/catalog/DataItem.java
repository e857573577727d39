package org.exchangehub.core.catalog;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data item (数据项, 信息项) of a dataset as its department states it; the schema's field is the master, this says what
 * the schema does not.
 *
 * @param name 信息项名称, at most 100 characters, one of its kind within the entry
 * @param type data type of the catalog guide (发改高技〔2017〕1272号): C text, N number, Y money, D day, T moment, L
 *     logical, M memo, G general, B double, I integer, F float
 * @param length in characters or digits, from 1 to 100 000
 * @param field the schema's field it stands for, if there is one
 * @param element the standard data element, such as {@code GB/T 36104-2018/tyshxydm}
 * @param shareAttribute its own where it is stricter than the dataset's; never looser
 * @param shareCondition the scope a conditional item is shared in (Decree 809, Art. 15)
 * @param legalBasis the law or decision a refusal to share it rests on
 * @param refusalReason why it is not shared
 * @param level 1 to 4 for general data, 5 important, 6 core (GB/T 43697-2024)
 */
public record DataItem(
        @Nullable String name,
        @Nullable Type type,
        @Nullable Integer length,
        @Nullable String field,
        @Nullable String element,
        @Nullable ShareAttribute shareAttribute,
        @Nullable String shareCondition,
        @Nullable String legalBasis,
        @Nullable String refusalReason,
        @Nullable Integer level) {

    /** Data types of the catalog guide. */
    public enum Type {
        C,
        N,
        Y,
        D,
        T,
        L,
        M,
        G,
        B,
        I,
        F
    }

    /** Types whose length says something. */
    static final Set<Type> MEASURED = Set.of(Type.C, Type.N, Type.Y);
}
