package org.exchangehub.schemas;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.exchangehub.schemas.check.Checks;
import org.exchangehub.schemas.check.FieldCheck;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.check.Verdict;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** All that is checked of one field on its own. */
final class FieldChecker {

    private static final LocalizedText REQUIRED = new LocalizedText("必填值", "a value, for the field is mandatory");

    private final StandardField field;
    private final TypeReader reader;
    private final LocalizedText typeWords;
    private final String[] rules;
    private final FieldCheck[] checks;

    FieldChecker(StandardField field, Schema avro) {
        this.field = field;
        this.reader = new TypeReader(field.type(), FieldParser.value(avro));
        this.typeWords = words(field.type());
        List<String> ids = new ArrayList<>();
        List<FieldCheck> compiled = new ArrayList<>();
        if (field.codes() != null) {
            ids.add("code-list");
            compiled.add(Checks.codeList(CodeLists.find(field.codes()).orElseThrow()));
        }
        for (String spec : field.checks()) {
            if (Checks.crossesFields(spec)) {
                continue; // CrossFieldCheck
            }
            ids.add(Checks.id(spec));
            compiled.add(Checks.compile(spec, field.type()));
        }
        this.rules = ids.toArray(String[]::new);
        this.checks = compiled.toArray(FieldCheck[]::new);
    }

    String name() {
        return field.name();
    }

    /** The typed value, corrected where a check says so; null when it is empty or wrong. */
    @Nullable
    Object check(@Nullable Object raw, LocalDate today, List<Finding> findings) {
        if (raw == null || empty(raw)) {
            if (!field.nullable()) {
                findings.add(finding("required", Severity.ERROR, REQUIRED, null));
            }
            return null;
        }
        Object value = reader.read(raw);
        if (value == null) {
            findings.add(finding("type", Severity.ERROR, typeWords, raw));
            return null;
        }
        for (int i = 0; i < checks.length; i++) {
            Verdict verdict = checks[i].verdict(value, today);
            if (verdict != null) {
                findings.add(finding(rules[i], verdict.severity(), verdict.expected(), value));
                if (verdict.corrected() != null) {
                    value = verdict.corrected();
                }
            }
        }
        return value;
    }

    /** Text and bytes of no length are no value: not every format can tell them from none. */
    private static boolean empty(Object raw) {
        return (raw instanceof CharSequence text && text.isEmpty())
                || (raw instanceof ByteBuffer buffer && !buffer.hasRemaining())
                || (raw instanceof byte[] bytes && bytes.length == 0);
    }

    private Finding finding(String rule, Severity severity, LocalizedText expected, @Nullable Object value) {
        String found = Found.text(field, value);
        LocalizedText message = new LocalizedText(
                field.title().zh() + "：应为" + expected.zh() + "，实为" + (found == null ? "空" : "“" + found + "”"),
                field.title().en() + ": expected " + expected.en() + ", found "
                        + (found == null ? "nothing" : "\"" + found + "\""));
        return new Finding(field.name(), rule, severity, expected.en(), found, message);
    }

    private static LocalizedText words(FieldType type) {
        return switch (type.kind()) {
            case STRING -> new LocalizedText("可存储的文本（不含空字符）", "text without null characters");
            case LONG -> new LocalizedText("整数", "a whole number");
            case INTEGER -> new LocalizedText("32位整数", "a whole number of 32 bits");
            case DOUBLE -> new LocalizedText("数值", "a number");
            case DECIMAL ->
                new LocalizedText(
                        "最多" + (type.precision() - type.scale()) + "位整数、" + type.scale() + "位小数的数值",
                        "a number of at most " + (type.precision() - type.scale()) + " digits before and "
                                + type.scale() + " behind the point");
            case BOOLEAN -> new LocalizedText("true 或 false", "true or false");
            case DATE -> new LocalizedText("存在的日期，如2021-03-05", "a day that exists, as 2021-03-05");
            case TIMESTAMP ->
                new LocalizedText(
                        "带时区的时间，如2021-03-05T08:00:00+08:00", "a time with its zone, as 2021-03-05T08:00:00+08:00");
            case BYTES -> new LocalizedText("二进制数据（文本中为Base64）", "bytes, in base64 where they are text");
            case JSON -> new LocalizedText("符合结构的JSON", "JSON of the field's shape");
        };
    }
}
