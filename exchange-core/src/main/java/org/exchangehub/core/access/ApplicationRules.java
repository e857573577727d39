package org.exchangehub.core.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.exchangehub.core.access.ApplicationRequest.FieldWish;
import org.exchangehub.core.access.Terms.GrantedCondition;
import org.exchangehub.core.access.Terms.GrantedField;
import org.exchangehub.core.catalog.Dataset;
import org.exchangehub.core.catalog.ShareAttribute;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.minimisation.Treatment;
import org.exchangehub.schemas.value.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Turns an application into terms held against the dataset and its schema, or says at once all that is missing or wrong:
 * an applicant is asked once (Decree 809, Arts. 20 and 21).
 */
final class ApplicationRules {

    private static final int PARAGRAPH = 1_000;
    private static final int PURPOSE = 200;
    private static final int CONDITIONS = 20;

    private final ApplicationRequest request;
    private final Dataset dataset;
    private final StandardSchema schema;
    private final Predicate<String> ownClient;
    private final Violations found = new Violations();

    private ApplicationRules(
            ApplicationRequest request, Dataset dataset, StandardSchema schema, Predicate<String> ownClient) {
        this.request = request;
        this.dataset = dataset;
        this.schema = schema;
        this.ownClient = ownClient;
    }

    /**
     * The terms applied for; refuses with {@code REQUEST_INVALID}.
     *
     * @param ownClient whether a client is one of the applicant's department in force
     */
    static Terms check(
            ApplicationRequest request,
            Dataset dataset,
            StandardSchema schema,
            LocalDate today,
            Predicate<String> ownClient) {
        return new ApplicationRules(request, dataset, schema, ownClient).terms(today);
    }

    /** What of an application can be judged without knowing its dataset. */
    static void requireAddressed(ApplicationRequest request) {
        new Violations()
                .needed("/dataset", request.dataset(), "the code of a dataset")
                .refuse("The application does not say for which dataset it is.");
    }

    private Terms terms(LocalDate today) {
        statement("/basis", request.basis(), "使用依据: the law or duty the use rests on", PARAGRAPH);
        statement("/scenario", request.scenario(), "使用场景: the business it is used in", PARAGRAPH);
        statement("/scope", request.scope(), "使用范围: by whom and for what it is used", PARAGRAPH);
        statement("/purpose", request.purpose(), "the purpose every request will state", PURPOSE);
        client();
        Set<Mode> modes = modes();
        LocalDate until = until(today);
        List<GrantedField> fields = fields();
        List<GrantedCondition> rowFilter = rowFilter();
        MinimisationRules minimisation = MinimisationRules.of(request, schema, found);
        useful(modes, minimisation.treatments(fields));
        found.refuse("The application is not complete or not valid; everything that is wrong is listed.");
        return new Terms(
                        stated(request.basis()),
                        stated(request.scenario()),
                        stated(request.scope()),
                        stated(request.purpose()),
                        modes,
                        until,
                        fields,
                        rowFilter,
                        minimisation.maxLevel(),
                        minimisation.entitled(),
                        minimisation.masks(),
                        List.of())
                .conditioned(dataset);
    }

    private static String stated(@Nullable String text) {
        return Objects.requireNonNull(text).strip();
    }

    private void statement(String pointer, @Nullable String text, String expected, int most) {
        if (text == null) {
            found.needed(pointer, null, expected);
        } else {
            found.text(pointer, text, most);
        }
    }

    private void client() {
        String client = request.client();
        if (client == null || !client.matches("app-[a-z0-9][a-z0-9-]{0,60}")) {
            found.add("/client", "the application's client, app-<code>", client == null ? null : "another name");
        } else if (!ownClient.test(client)) {
            found.add("/client", "a client of your department that is in force", client);
        }
    }

    private Set<Mode> modes() {
        Set<Mode> modes = request.modes() == null ? Set.of() : request.modes();
        if (modes.isEmpty()) {
            found.add("/modes", "共享方式: at least one of " + EnumSet.allOf(Mode.class), null);
        }
        for (Mode mode : modes) {
            if (!dataset.shareModes().contains(mode.shareMode())) {
                found.add("/modes", "ways the dataset is shared in: " + dataset.shareModes(), mode.name());
            }
        }
        return modes;
    }

    private LocalDate until(LocalDate today) {
        LocalDate until = request.until();
        if (until == null) {
            found.add("/until", "使用时限: the last day of use", null);
            return today;
        }
        if (until.isBefore(today)) {
            found.add("/until", "a day from " + today + " on", until.toString());
        }
        return until;
    }

    private List<GrantedField> fields() {
        List<FieldWish> wishes = request.fields() == null ? List.of() : request.fields();
        List<GrantedField> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < wishes.size(); i++) {
            String pointer = "/fields/" + i;
            String name = wishes.get(i).field();
            FieldAccess access = wishes.get(i).access();
            Optional<StandardField> field = name == null ? Optional.empty() : schema.field(name);
            found.needed(pointer + "/access", access, "CLEAR, MASKED or LOOKUP");
            if (field.isEmpty()) {
                found.add(pointer + "/field", "a field of " + dataset.code(), name);
            } else if (!seen.add(field.get().name())) {
                found.add(pointer + "/field", "each field once", name);
            } else if (refused(field.get())) {
                notShared(pointer + "/field", field.get());
            } else if (access == FieldAccess.LOOKUP && !comparable(field.get())) {
                found.add(pointer + "/access", "CLEAR or MASKED: the field cannot be compared", access.name());
            } else if (access != null) {
                fields.add(new GrantedField(field.get().id(), field.get().name(), access));
            }
        }
        return fields;
    }

    private boolean refused(StandardField field) {
        return dataset.shareAttribute(field.name()) == ShareAttribute.REFUSED;
    }

    private void notShared(String pointer, StandardField field) {
        found.add(
                pointer,
                "a field that is shared (不予共享: " + Sharing.why(dataset.sharing(field.name())) + ")",
                field.name());
    }

    /** A way of access that shows records needs a field to show, one that verifies needs a field to compare. */
    private void useful(Set<Mode> modes, Collection<Treatment> fields) {
        boolean shows = modes.stream().anyMatch(mode -> mode != Mode.VERIFY);
        if (fields.isEmpty()) {
            found.add("/fields", "at least one field", null);
        } else if (shows && fields.stream().noneMatch(Treatment::shown)) {
            found.add("/fields", "at least one CLEAR or MASKED field for " + modes, "LOOKUP only");
        } else if (modes.contains(Mode.VERIFY) && fields.stream().noneMatch(Treatment::comparable)) {
            found.add(
                    "/fields", "for VERIFY at least one LOOKUP field, or CLEAR one not above the level", "MASKED only");
        }
    }

    private static boolean comparable(StandardField field) {
        return field.type().kind() != FieldType.Kind.JSON && field.type().kind() != FieldType.Kind.BYTES;
    }

    private List<GrantedCondition> rowFilter() {
        List<RowCondition> conditions = request.rowFilter() == null ? List.of() : request.rowFilter();
        if (conditions.size() > CONDITIONS) {
            found.add("/rowFilter", "at most " + CONDITIONS + " conditions", conditions.size() + "");
        }
        List<GrantedCondition> bound = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            RowCondition condition = conditions.get(i);
            String pointer = "/rowFilter/" + i;
            List<FieldError> violations = condition.violations(schema);
            for (FieldError violation : violations) {
                found.add(pointer, violation.expected(), violation.found());
            }
            if (violations.isEmpty()) {
                schema.field(condition.field()).ifPresent(field -> {
                    if (refused(field)) {
                        notShared(pointer, field); // which records there are would tell its value
                    }
                    bound.add(GrantedCondition.of(field.id(), condition));
                });
            }
        }
        return bound;
    }
}
