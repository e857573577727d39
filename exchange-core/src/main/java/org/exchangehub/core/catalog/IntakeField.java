package org.exchangehub.core.catalog;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the jurisdiction asks of a dataset beyond the nine statutory and the core items.
 *
 * @param id its name among an entry's answers; keeps its type for ever
 * @param name what people read, at most 100 characters
 * @param hint how it is to be filled in, at most 500 characters
 * @param choices of a CHOICE whose codes are the hub's own; empty for any other
 * @param codeList of a CHOICE by a list of the hub, such as {@code industry}
 * @param required whether nothing is handed in without an answer
 * @param from first day it is asked on; null from the day the form was changed
 * @param departments whose datasets it is asked of; none for all
 * @param classifications beginnings of the classification (class, item or category) it is asked of; none for all
 */
record IntakeField(
        String id,
        LocalizedText name,
        @Nullable LocalizedText hint,
        Type type,
        List<IntakeChoice> choices,
        @Nullable String codeList,
        boolean required,
        @Nullable LocalDate from,
        List<String> departments,
        List<String> classifications) {

    /** The longest answer in characters, whatever the type. */
    static final int LONGEST = 1_000;

    private static final String NUMBER = "-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,6})?";

    /** What an answer is; every answer is written as a text. */
    enum Type {
        /** 1 to 1 000 characters. */
        TEXT,
        /** Decimal, at most 18 digits before and 6 after the point, such as {@code 12.5}. */
        NUMBER,
        /** ISO 8601, such as {@code 2026-11-24}. */
        DAY,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A code of the field's own or of a code list. */
        CHOICE
    }

    /** A code one may choose. */
    record IntakeChoice(String code, LocalizedText name) {}

    IntakeField {
        choices = List.copyOf(choices);
        departments = List.copyOf(departments);
        classifications = List.copyOf(classifications);
    }

    /** Whether it is asked of a dataset of this department and classification on this day. */
    boolean asked(String department, @Nullable String classification, LocalDate day) {
        return (from == null || !day.isBefore(from))
                && (departments.isEmpty() || departments.contains(department))
                && (classifications.isEmpty()
                        || (classification != null && classifications.stream().anyMatch(classification::startsWith)));
    }

    /** What was expected instead of this answer; empty when it is one. */
    Optional<String> refused(String answer, LocalDate day) {
        return accepts(answer, day) ? Optional.empty() : Optional.of(expected());
    }

    private boolean accepts(String answer, LocalDate day) {
        return switch (type) {
            case TEXT -> true;
            case NUMBER -> answer.matches(NUMBER);
            case DAY -> isDay(answer);
            case FLAG -> answer.equals("true") || answer.equals("false");
            case CHOICE ->
                list().map(list -> list.state(answer, day) == CodeList.State.VALID)
                        .orElseGet(() -> choices.stream()
                                .anyMatch(choice -> choice.code().equals(answer)));
        };
    }

    private Optional<CodeList> list() {
        return Optional.ofNullable(codeList).flatMap(CodeLists::find);
    }

    /** What an answer is, for whoever has to give one. */
    String expected() {
        String what =
                switch (type) {
                    case TEXT -> "a text of at most " + LONGEST + " characters";
                    case NUMBER -> "a decimal number such as 12.5";
                    case DAY -> "a day such as 2026-11-24";
                    case FLAG -> "true or false";
                    case CHOICE ->
                        codeList == null
                                ? "one of "
                                        + String.join(
                                                ", ",
                                                choices.stream()
                                                        .map(IntakeChoice::code)
                                                        .toList())
                                : "a code of the list " + codeList + " that is valid today";
                };
        return name.zh() + " / " + name.en() + ": " + what;
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
