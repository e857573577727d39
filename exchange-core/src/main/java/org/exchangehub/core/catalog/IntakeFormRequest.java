package org.exchangehub.core.catalog;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.exchangehub.core.catalog.IntakeField.IntakeChoice;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.codes.CodeLists;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * The intake form as it is to be.
 *
 * @param reason why it is changed, 1 to 1 000 characters
 * @param fields all of them, at most 50; one left out is asked no more
 */
record IntakeFormRequest(@Nullable String reason, @Nullable List<IntakeFieldRequest> fields) {

    private static final int MOST = 50;
    private static final int MOST_CHOICES = 200;
    private static final int NAME = 100;
    private static final int HINT = 500;
    private static final int REASON = 1_000;
    private static final String ID = "[a-z][a-zA-Z0-9]{0,39}";
    private static final String CODE = "[A-Za-z0-9_.-]{1,40}";
    private static final String CLASSIFICATION = "[1-9]([0-9]{2}([0-9]{3})?)?";

    /** A field as it is to be; {@link IntakeField} says what its members are. */
    record IntakeFieldRequest(
            @Nullable String id,
            @Nullable LocalizedText name,
            @Nullable LocalizedText hint,
            IntakeField.@Nullable Type type,
            @Nullable List<IntakeChoice> choices,
            @Nullable String codeList,
            @Nullable Boolean required,
            @Nullable LocalDate from,
            @Nullable List<String> departments,
            @Nullable List<String> classifications) {

        private IntakeField field() {
            return new IntakeField(
                    Objects.requireNonNull(id),
                    Objects.requireNonNull(name),
                    hint,
                    Objects.requireNonNull(type),
                    listed(choices),
                    codeList,
                    Boolean.TRUE.equals(required),
                    from,
                    listed(departments),
                    listed(classifications));
        }
    }

    /**
     * The fields, once all that is wrong has been said.
     *
     * @param department whether there is a department of this code
     */
    List<IntakeField> checked(Predicate<String> department) {
        Violations found = new Violations()
                .needed("/reason", reason, "why it is changed")
                .text("/reason", reason, REASON)
                .needed("/fields", fields, "all fields of the form");
        List<IntakeFieldRequest> all = listed(fields);
        if (all.size() > MOST) {
            found.add("/fields", "at most " + MOST, "" + all.size());
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String at = "/fields/" + i;
            IntakeFieldRequest field = all.get(i);
            if (field == null) {
                found.add(at, "a field", null);
                continue;
            }
            named(at, field, ids, found);
            choice(at, field, found);
            asked(at, field, department, found);
        }
        found.refuse("The intake form is not valid.");
        return all.stream().map(IntakeFieldRequest::field).toList();
    }

    private static void named(String at, IntakeFieldRequest field, Set<String> ids, Violations found) {
        found.needed(at + "/id", field.id(), "a name among the answers");
        if (field.id() != null && !(field.id().matches(ID) && ids.add(field.id()))) {
            found.add(at + "/id", "letters and digits, the first a small letter, that no other field has", field.id());
        }
        found.needed(at + "/type", field.type(), "TEXT, NUMBER, DAY, FLAG or CHOICE");
        found.needed(at + "/name", field.name(), "a name in Chinese and English");
        both(at + "/name", field.name(), NAME, found);
        both(at + "/hint", field.hint(), HINT, found);
    }

    private static void both(String at, @Nullable LocalizedText text, int most, Violations found) {
        if (text != null) {
            found.text(at + "/zh", text.zh(), most).text(at + "/en", text.en(), most);
        }
    }

    private static void choice(String at, IntakeFieldRequest field, Violations found) {
        List<IntakeChoice> choices = listed(field.choices());
        boolean chosen = field.type() == IntakeField.Type.CHOICE;
        if (chosen && (field.codeList() == null) == choices.isEmpty()) {
            found.add(at + "/choices", "the choices, or a codeList instead", choices.size() + "");
        }
        if (!chosen && (field.codeList() != null || !choices.isEmpty())) {
            found.add(at + "/choices", "choices and codeList of a CHOICE only", "" + field.type());
        }
        if (field.codeList() != null && CodeLists.find(field.codeList()).isEmpty()) {
            found.add(at + "/codeList", "one of " + String.join(", ", CodeLists.names()), null);
        }
        if (choices.size() > MOST_CHOICES) {
            found.add(at + "/choices", "at most " + MOST_CHOICES, "" + choices.size());
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            IntakeChoice each = choices.get(i);
            String place = at + "/choices/" + i;
            if (each == null) {
                found.add(place, "code and name", null);
                continue;
            }
            if (each.code() == null || !each.code().matches(CODE) || !codes.add(each.code())) {
                found.add(place + "/code", "letters, digits, . _ - that no other choice has", each.code());
            }
            found.needed(place + "/name", each.name(), "a name in Chinese and English");
            both(place + "/name", each.name(), NAME, found);
        }
    }

    private static void asked(String at, IntakeFieldRequest field, Predicate<String> department, Violations found) {
        List<String> departments = listed(field.departments());
        for (int i = 0; i < departments.size(); i++) {
            if (departments.get(i) == null || !department.test(departments.get(i))) {
                found.add(at + "/departments/" + i, "the code of a department", departments.get(i));
            }
        }
        List<String> classifications = listed(field.classifications());
        for (int i = 0; i < classifications.size(); i++) {
            if (classifications.get(i) == null || !classifications.get(i).matches(CLASSIFICATION)) {
                found.add(
                        at + "/classifications/" + i,
                        "one, three or six digits of a classification",
                        classifications.get(i));
            }
        }
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
