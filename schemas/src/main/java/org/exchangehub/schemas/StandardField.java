package org.exchangehub.schemas;

import java.util.List;
import org.exchangehub.schemas.check.FieldShape;
import org.exchangehub.schemas.masking.MaskRule;
import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One field of a standard schema with all its rules.
 *
 * @param id stable over all versions of the schema ({@code hub.id}), at least 1; grants bind it
 * @param element the standard data element it stands for, if any
 * @param codes name of the code list its values come from, if any
 * @param checks ids of its checks with their argument, e.g. {@code uscc}, {@code length:..200}
 * @param mask how it is shown masked, if the schema says so; otherwise its data element and type say how
 * @param unit unit of measure, e.g. {@code 万元}
 * @param aliases other names it goes by at sources, e.g. pinyin abbreviations
 */
public record StandardField(
        String name,
        int id,
        LocalizedText title,
        FieldType type,
        boolean nullable,
        @Nullable Element element,
        @Nullable String codes,
        List<String> checks,
        Level level,
        @Nullable MaskRule mask,
        FilterKind filter,
        @Nullable String unit,
        List<String> aliases) {

    /** A data element of a standard, e.g. {@code GB/T 36104-2018}, {@code tyshxydm}. */
    public record Element(String standard, String code) {}

    public StandardField {
        checks = List.copyOf(checks);
        aliases = List.copyOf(aliases);
    }

    /** The mask for showing it masked: the schema's, or what its checks, type and level suggest ({@link DefaultMasks}). */
    public MaskRule masking() {
        return mask == null ? MaskRule.of(DefaultMasks.of(this)) : mask;
    }

    /** A value of it, as text, for readers who may not see it in clear and have no tokens, e.g. in findings. */
    public String masked(String value) {
        return masking().mask().apply(value);
    }

    /** As checks across fields see it. */
    FieldShape shape() {
        return new FieldShape(name, title, type, nullable, codes, checks);
    }
}
