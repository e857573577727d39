package org.exchangehub.core.ingest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.exchangehub.core.contract.TypedText;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardReference;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.encoding.SourceRow;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What ingest itself finds wrong with rows, beside the standard's checks; each rule has a stable id. */
final class RowFindings {

    static final String UNPARSABLE = "unparsable";
    static final String UNKNOWN_FIELD = "unknown-field";
    static final String OPERATION = "operation";
    static final String DUPLICATE_KEY = "duplicate-key";
    static final String ENCODING = "encoding";
    static final String STORABLE = "storable";

    private static final int LONGEST_INDEXED = 2_000;
    private static final int LONGEST_SHOWN = 100;
    private static final int MOST_DIGITS = 1_000;
    private static final Pattern ESCAPED_NUL_OR_SURROGATE = Pattern.compile("\\\\u(0000|[dD][89a-fA-F])");

    private RowFindings() {}

    static Finding unparsable(LocalizedText reason) {
        return new Finding("", UNPARSABLE, Severity.ERROR, "a row that can be read", null, reason);
    }

    static Finding unknownField(String name) {
        String shown = shortened(TypedText.storable(name) ? name : "?");
        return new Finding(
                shown,
                UNKNOWN_FIELD,
                Severity.ERROR,
                "a field of the dataset",
                null,
                new LocalizedText("数据集没有字段“" + shown + "”", "The dataset has no field \"" + shown + "\""));
    }

    static Finding operation(String expected, @Nullable String found) {
        String shown = found == null ? null : shortened(found);
        return new Finding(
                SourceRow.OP,
                OPERATION,
                Severity.ERROR,
                expected,
                shown,
                new LocalizedText(
                        "操作标识应为" + expected + "，实为" + (shown == null ? "空" : shown),
                        "Expected the operation " + expected + ", found " + (shown == null ? "none" : shown)));
    }

    static Finding duplicateKey(String keyField, String shownKey, long firstRow) {
        return new Finding(
                keyField,
                DUPLICATE_KEY,
                Severity.ERROR,
                "a key that no earlier row of the batch has",
                shownKey,
                new LocalizedText("与第" + firstRow + "行主键重复", "The key is that of row " + firstRow + " already"));
    }

    /** A row that refers to a record which is not among those published. */
    static Finding reference(
            StandardReference reference, StandardSchema schema, Map<String, ? extends @Nullable String> values) {
        StringJoiner found = new StringJoiner(", ");
        for (String name : reference.fields()) {
            found.add(name + "=" + shown(schema.field(name).orElseThrow(), values.get(name)));
        }
        return new Finding(
                reference.fields().getFirst(),
                reference.id(),
                reference.severity(),
                "the key of a published record of dataset " + reference.dataset(),
                found.toString(),
                new LocalizedText(
                        reference.message().zh() + "（" + found + "）",
                        reference.message().en() + " (" + found + ")"));
    }

    /** What keeps an otherwise right value from being stored unchanged; null when nothing does. */
    static @Nullable Finding storable(StandardField field, @Nullable Object value, boolean indexed) {
        return switch (value) {
            case String text
            when !TypedText.storable(text)
                    || (text.indexOf('\\') >= 0
                            && ESCAPED_NUL_OR_SURROGATE.matcher(text).find()) ->
                finding(field, ENCODING, "text without NUL and half characters", "不含空字符和残缺字符的文本");
            case String text
            when text.indexOf('\uFFFD') >= 0 -> finding(field, ENCODING, "text in UTF-8", "UTF-8编码的文本");
            case String text
            when indexed
                    && text.length() > LONGEST_INDEXED / 3
                    && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_INDEXED ->
                finding(
                        field,
                        STORABLE,
                        "at most " + LONGEST_INDEXED + " bytes in a key or filter field",
                        "主键或筛选字段不超过" + LONGEST_INDEXED + "字节");
            case LocalDate date when date.getYear() < 1 || date.getYear() > 9999 -> year(field);
            case Instant instant
            when instant.atOffset(ZoneOffset.UTC).getYear() < 1
                    || instant.atOffset(ZoneOffset.UTC).getYear() > 9999 -> year(field);
            case BigDecimal number
            when number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS ->
                finding(field, STORABLE, "at most " + MOST_DIGITS + " digits", "不超过" + MOST_DIGITS + "位数字");
            case null, default -> null;
        };
    }

    private static Finding year(StandardField field) {
        return finding(field, STORABLE, "a year from 1 to 9999", "1至9999之间的年份");
    }

    private static Finding finding(StandardField field, String rule, String expected, String expectedZh) {
        return new Finding(
                field.name(),
                rule,
                Severity.ERROR,
                expected,
                null,
                new LocalizedText(
                        field.title().zh() + "：应为" + expectedZh, field.title().en() + ": expected " + expected));
    }

    /** A value as people may see it: short, and masked when the field is sensitive. */
    static @Nullable String shown(StandardField field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return shortened(field.level().sensitive() ? field.masked(value) : value);
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) > LONGEST_SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…"
                : text;
    }
}
