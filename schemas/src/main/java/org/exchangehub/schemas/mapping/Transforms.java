package org.exchangehub.schemas.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.exchangehub.schemas.Refusals;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.jspecify.annotations.Nullable;

/** The steps a mapping may name: words, or objects of one property. */
final class Transforms {

    private static final Map<String, Transform> PLAIN = new TreeMap<>(Map.ofEntries(
            Map.entry("trim", Transform.ofText(TextSteps::trim)),
            Map.entry("halfWidth", Transform.ofText(Characters::halfWidth)),
            Map.entry("upper", Transform.ofText(TextSteps::upper)),
            Map.entry("lower", Transform.ofText(TextSteps::lower)),
            Map.entry("fullWidthBrackets", Transform.ofText(TextSteps::fullWidthBrackets)),
            Map.entry("number", NumberSteps.plain()),
            Map.entry("citizenId", Transform.ofText(CitizenId::canonical)),
            Map.entry("birthDateOfId", Transform.ofText(IdentifierSteps::birthDate)),
            Map.entry("sexOfId", Transform.ofText(IdentifierSteps::sex)),
            Map.entry("divisionOfId", Transform.ofText(IdentifierSteps::division)),
            Map.entry("organisationCodeOfUscc", Transform.ofText(IdentifierSteps::organisationCode)),
            Map.entry("divisionOfUscc", Transform.ofText(IdentifierSteps::registrarsDivision)),
            Map.entry("usccCheck", Transform.ofText(IdentifierSteps::withCheckCharacter))));

    private static final Map<String, Function<Argument, Transform>> WITH_ARGUMENT = new TreeMap<>(Map.ofEntries(
            Map.entry("date", DateSteps::date),
            Map.entry("timestamp", DateSteps::timestamp),
            Map.entry("number", NumberSteps::of),
            Map.entry("codes", CodeSteps::codes),
            Map.entry("fold", CodeSteps::fold),
            Map.entry("lookup", CodeSteps::lookup),
            Map.entry("default", TextSteps::otherwise),
            Map.entry("nullIf", TextSteps::nullIf),
            Map.entry("split", TextSteps::split),
            Map.entry("phone", PartSteps::phone),
            Map.entry("address", PartSteps::address)));

    private Transforms() {}

    /** All names, for the guide. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(PLAIN.keySet());
        names.addAll(WITH_ARGUMENT.keySet());
        return names;
    }

    static Optional<Transform> parse(@Nullable JsonNode node, String path, Refusals refusals) {
        if (node != null && node.isTextual() && PLAIN.containsKey(node.textValue())) {
            return Optional.ofNullable(PLAIN.get(node.textValue()));
        }
        if (node != null && node.isObject() && node.size() == 1) {
            String name = node.fieldNames().next();
            Function<Argument, Transform> make = WITH_ARGUMENT.get(name);
            if (make != null) {
                return Optional.of(make.apply(new Argument(node.get(name), path + "/" + name, refusals)));
            }
        }
        refusals.add(path, "one of " + PLAIN.keySet() + " or an object with one of " + WITH_ARGUMENT.keySet(), node);
        return Optional.empty();
    }
}
