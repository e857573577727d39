package org.exchangehub.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a document, so that its author hears everything at once. */
public final class Refusals {

    private static final int LONGEST_FOUND = 120;

    private final List<Refusal> refusals = new ArrayList<>();

    public void add(String path, String expected, @Nullable Object found) {
        String text = found == null ? "nothing" : found.toString();
        refusals.add(new Refusal(
                path, expected, text.length() > LONGEST_FOUND ? text.substring(0, LONGEST_FOUND) + "…" : text));
    }

    public boolean isEmpty() {
        return refusals.isEmpty();
    }

    public List<Refusal> list() {
        return Collections.unmodifiableList(refusals);
    }

    /** Names that are neither allowed nor outside the prefix. */
    public void unknownNames(JsonNode object, String path, String prefix, Set<String> allowed) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.startsWith(prefix) && !allowed.contains(name)) {
                add(
                        path + "/" + escaped(name),
                        "one of " + allowed.stream().sorted().toList(),
                        name);
            }
        }
    }

    /** A text that must be there and not blank. */
    public Optional<String> text(@Nullable JsonNode node, String path, String expected) {
        if (node == null || !node.isTextual() || node.textValue().isBlank()) {
            add(path, expected, node);
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    /** A text for people: an object of zh and en. */
    public Optional<LocalizedText> localized(@Nullable JsonNode node, String path) {
        if (node == null || !node.isObject()) {
            add(path, "an object with zh and en", node);
            return Optional.empty();
        }
        unknownNames(node, path, "", Set.of("zh", "en"));
        Optional<String> zh = text(node.get("zh"), path + "/zh", "a Chinese text");
        Optional<String> en = text(node.get("en"), path + "/en", "an English text");
        return zh.isPresent() && en.isPresent() ? Optional.of(new LocalizedText(zh.get(), en.get())) : Optional.empty();
    }

    /** The {@code severity} of a rule; an error unless it says otherwise. */
    public Optional<Severity> severity(JsonNode rule, String path) {
        String severity = rule.path("severity").asText("error");
        if (!severity.equals("error") && !severity.equals("warning")) {
            add(path + "/severity", "error or warning", severity);
            return Optional.empty();
        }
        return Optional.of(severity.equals("error") ? Severity.ERROR : Severity.WARNING);
    }

    /** A list of texts; missing means empty. */
    public List<String> texts(@Nullable JsonNode node, String path, String expected) {
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            add(path, expected, node);
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            text(node.get(i), path + "/" + i, expected).ifPresent(texts::add);
        }
        return texts;
    }

    /** A name as a step of a JSON pointer (RFC 6901). */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
