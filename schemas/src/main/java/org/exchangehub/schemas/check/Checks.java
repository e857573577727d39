package org.exchangehub.schemas.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.exchangehub.schemas.codes.CodeList;
import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.FieldType.Kind;

/** The checks a schema may name in {@code hub.checks}, written {@code id} or {@code id:argument}. */
public final class Checks {

    private record Definition(Set<Kind> kinds, Function<String, FieldCheck> compile) {}

    private static final Set<Kind> TEXT = Set.of(Kind.STRING);
    private static final Set<Kind> ORDERED = Set.of(Kind.LONG, Kind.INTEGER, Kind.DOUBLE, Kind.DECIMAL, Kind.DATE);
    private static final Map<String, Definition> BY_ID = new TreeMap<>();

    static {
        plain("citizen-id", IdentifierChecks::citizenId);
        plain("uscc", IdentifierChecks::socialCreditCode);
        plain("organisation-code", IdentifierChecks::organisationCode);
        plain("registration-number", IdentifierChecks::registrationNumber);
        plain("licence-id", IdentifierChecks::licenceId);
        plain("residence-permit", IdentifierChecks::residencePermit);
        plain("real-estate-unit", IdentifierChecks::realEstateUnit);
        plain("bank-card", IdentifierChecks::bankCard);
        plain("lei", IdentifierChecks::legalEntityIdentifier);
        plain("division", IdentifierChecks::division);
        plain("phone", ContactChecks::phone);
        plain("mobile", ContactChecks::mobile);
        plain("landline", ContactChecks::landline);
        plain("postcode", ContactChecks::postcode);
        plain("email", ContactChecks::email);
        BY_ID.put("date-not-future", new Definition(Set.of(Kind.DATE), argument -> {
            refuseArgument(argument);
            return ValueChecks::dateNotFuture;
        }));
        BY_ID.put("length", new Definition(TEXT, TextChecks::length));
        BY_ID.put("pattern", new Definition(TEXT, TextChecks::pattern));
        BY_ID.put("one-of", new Definition(TEXT, TextChecks::oneOf));
        BY_ID.put("range", new Definition(ORDERED, argument -> ValueChecks.range(Bounds.parse(argument))));
    }

    /** Those that let nothing through but identifiers of a fixed form; the longest is of a licence. */
    private static final Set<String> BOUNDED = Set.of(
            "citizen-id",
            "uscc",
            "organisation-code",
            "registration-number",
            "licence-id",
            "residence-permit",
            "real-estate-unit",
            "bank-card",
            "lei",
            "division",
            "phone",
            "mobile",
            "landline",
            "postcode");

    private static final int LONGEST_IDENTIFIER = 200;

    private Checks() {}

    /** Of all checks, those across fields too. */
    public static Set<String> ids() {
        Set<String> ids = new TreeSet<>(BY_ID.keySet());
        ids.addAll(CrossChecks.ids());
        return ids;
    }

    /** Whether the check compares its field with another one: {@code id:other-field}. */
    public static boolean crossesFields(String spec) {
        return CrossChecks.ids().contains(id(spec));
    }

    /** The id in front of the argument. */
    public static String id(String spec) {
        int colon = spec.indexOf(':');
        return colon < 0 ? spec : spec.substring(0, colon);
    }

    /**
     * Compiles a check of a field against another.
     *
     * @param spec of a check that {@link #crossesFields}
     * @param fields all fields of the schema by name
     * @throws IllegalArgumentException whose message says what was expected instead
     */
    public static CrossCheck compile(String spec, FieldShape own, Map<String, FieldShape> fields) {
        return CrossChecks.compile(id(spec), argument(spec), own, fields);
    }

    /**
     * Compiles a check of single values for a field of a type.
     *
     * @throws IllegalArgumentException whose message says what was expected instead
     */
    public static FieldCheck compile(String spec, FieldType type) {
        String id = id(spec);
        Definition definition = Optional.ofNullable(BY_ID.get(id))
                .orElseThrow(() -> new IllegalArgumentException("one of " + String.join(", ", ids())));
        if (!definition.kinds().contains(type.kind())) {
            throw new IllegalArgumentException("a field of type "
                    + definition.kinds().stream().sorted().toList() + " for this check, not " + type);
        }
        return definition.compile().apply(argument(spec));
    }

    /** UTF-16 units of the longest text that these checks of a field let through. */
    public static int longest(List<String> specs) {
        int longest = Integer.MAX_VALUE;
        for (String spec : specs) {
            String id = id(spec);
            if (id.equals("length")) {
                longest = Math.min(longest, TextChecks.longest(argument(spec)));
            } else if (BOUNDED.contains(id)) {
                longest = Math.min(longest, LONGEST_IDENTIFIER);
            }
        }
        return longest;
    }

    private static String argument(String spec) {
        int colon = spec.indexOf(':');
        return colon < 0 ? "" : spec.substring(colon + 1);
    }

    /** Membership in a code list ({@code hub.codes}); a code that the list once had or is to have gives a warning. */
    public static FieldCheck codeList(CodeList list) {
        Verdict verdict = Verdict.error(
                "《" + list.title().zh() + "》（" + list.standard() + "）中的代码",
                "a code of the list \"" + list.name() + "\" (" + list.standard() + ")");
        return (value, today) -> switch (list.state((String) value, today)) {
            case VALID -> null;
            case UNKNOWN -> verdict;
            case ABOLISHED, NOT_YET -> outOfTerm(list, (String) value);
        };
    }

    /** The record may be older or newer than today's list. */
    private static Verdict outOfTerm(CodeList list, String code) {
        String zh = list.from(code).map(day -> "自" + day + "起").orElse("")
                + list.to(code).map(day -> "至" + day + "止").orElse("");
        String en = list.from(code).map(day -> " from " + day).orElse("")
                + list.to(code).map(day -> " until " + day).orElse("");
        return Verdict.warning(
                "《" + list.title().zh() + "》（" + list.standard() + "）的现行代码（该代码" + zh + "有效）",
                "a code of the list \"" + list.name() + "\" (" + list.standard()
                        + ") that is valid today (this one was or is" + en + ")");
    }

    private static void plain(String id, FieldCheck check) {
        BY_ID.put(id, new Definition(TEXT, argument -> {
            refuseArgument(argument);
            return check;
        }));
    }

    private static void refuseArgument(String argument) {
        if (!argument.isEmpty()) {
            throw new IllegalArgumentException("no argument for this check");
        }
    }
}
