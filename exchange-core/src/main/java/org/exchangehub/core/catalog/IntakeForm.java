package org.exchangehub.core.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.core.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The intake form: what is asked of datasets beyond the law's items. Every change makes a new version, and no version is ever changed;
 * an entry is held against the one in force when it is handed in.
 *
 * @param version from 1; 0 when there is none yet
 * @param reason why it was changed
 */
record IntakeForm(
        int version,
        List<IntakeField> fields,
        @Nullable String reason,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    static final IntakeForm NONE = new IntakeForm(0, List.of(), null, null, null);

    IntakeForm {
        fields = List.copyOf(fields);
    }

    Optional<IntakeField> field(String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /**
     * Notes what an entry lacks on this day to be handed in: required answers that are not there, and answers that are none. An answer to
     * a field that is no longer asked stays as it is.
     *
     * @param known types of all fields that ever were asked, by their ids
     */
    void missing(
            Entry entry, String department, LocalDate day, Map<String, IntakeField.Type> known, Violations missing) {
        Map<String, String> answers = entry.answers();
        for (IntakeField field : fields) {
            String answer = answers.get(field.id());
            String pointer = "/answers/" + field.id();
            if (!field.asked(department, entry.classification(), day)) {
                continue;
            }
            if (answer == null) {
                if (field.required()) {
                    missing.add(pointer, field.expected(), null);
                }
            } else {
                field.refused(answer, day).ifPresent(expected -> missing.add(pointer, expected, answer));
            }
        }
        answers.keySet().stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> missing.add("/answers/" + id, "a field of the intake form", id));
    }
}
