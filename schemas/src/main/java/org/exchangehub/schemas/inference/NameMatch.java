package org.exchangehub.schemas.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.inference.Concepts.Word;
import org.exchangehub.schemas.value.FieldType;

/** How much a header's name speaks for a field: by alias, by its words in common, by characters in common. */
final class NameMatch {

    /**
     * What was found.
     *
     * @param score 0 to 1
     * @param exact whether it is the field's own name, title or standard abbreviation
     * @param called the name of the field that was matched
     */
    record Match(double score, boolean exact, String called) {}

    private static final Set<String> GENERAL =
            Set.of("name", "address", "number", "code", "status", "kind", "phone", "use", "area", "nature");

    private static final Set<String> PROPERTIES = Set.of(
            "name",
            "address",
            "number",
            "code",
            "date",
            "status",
            "kind",
            "phone",
            "email",
            "postcode",
            "province",
            "city",
            "county",
            "longitude",
            "latitude",
            "area",
            "use");
    private static final double CONFLICT = 0.5;
    /** What some call a number others call a code. */
    private static final Map<String, String> AKIN = Map.of("number", "code", "code", "number");

    private static final double AKIN_PART = 0.7;
    /** Fields of these types need no word that says so. */
    private static final Set<FieldType.Kind> DAYS = Set.of(FieldType.Kind.DATE, FieldType.Kind.TIMESTAMP);

    /** Who or what goes by a name. */
    private static final Set<String> BEARERS =
            Set.of("organisation", "department", "person", "holder", "owner", "landlord", "legalrep", "shareholder");

    /** From this weight on, words in common say as much as they can: "name" alone says less. */
    private static final double TELLING_WEIGHT = 0.6;

    private final Map<String, Double> weights = new HashMap<>();

    /** Words that many fields share say little: weights come from all schemas in question. */
    NameMatch(Iterable<StandardSchema> schemas) {
        Map<String, Integer> fields = new HashMap<>();
        int all = 0;
        for (StandardSchema schema : schemas) {
            for (StandardField field : schema.fields()) {
                Set<String> concepts = new HashSet<>();
                names(field).forEach(name -> concepts.addAll(Concepts.of(name)));
                concepts.forEach(concept -> fields.merge(concept, 1, Integer::sum));
                all++;
            }
        }
        double number = all;
        double total = Math.log(1 + number);
        fields.forEach((concept, count) -> weights.put(concept, Math.log(1 + number / count) / total));
    }

    /**
     * How much a header speaks for a field.
     *
     * @param subject what the field's standard is about; a header of general words alone speaks of it
     */
    Match of(String header, StandardField field, Set<String> subject) {
        String bare = bare(header);
        for (String alias : aliases(field)) {
            if (bare.equals(bare(alias))) {
                return new Match(1, true, alias);
            }
        }
        Match best = new Match(0, false, field.title().zh());
        List<Word> words = Concepts.words(header);
        List<Word> ofSubject = unqualified(words, subject);
        List<Word> named = named(words);
        for (String name : names(field)) {
            List<Word> meant = Concepts.words(name);
            double score = Math.max(overlap(words, meant), 0.9 * bigrams(bare, bare(name)));
            score = Math.max(score, ofSubject.isEmpty() ? 0 : 0.9 * overlap(ofSubject, meant));
            score = Math.max(score, named.isEmpty() ? 0 : 0.9 * overlap(named, meant));
            score = conflicting(words, field) ? score * CONFLICT : score;
            if (score > best.score()) {
                best = new Match(score, false, name);
            }
        }
        return best;
    }

    /** Whether a header asks for another property than any the field has: an address, where the field is a name. */
    private static boolean conflicting(List<Word> words, StandardField field) {
        Set<String> asked = new HashSet<>();
        words.stream()
                .filter(word -> word.weight() == 1 && PROPERTIES.containsAll(word.meanings()))
                .forEach(word -> asked.addAll(word.meanings()));
        AKIN.forEach((word, akin) -> {
            if (asked.contains(word)) {
                asked.add(akin);
            }
        });
        return !asked.isEmpty()
                && !(asked.contains("date") && DAYS.contains(field.type().kind()))
                && names(field).stream()
                        .noneMatch(name -> Concepts.of(name).stream().anyMatch(asked::contains));
    }

    /** An organisation, an owner: the column holds its name. */
    private static List<Word> named(List<Word> words) {
        boolean thing = words.stream().anyMatch(word -> word.meanings().stream().anyMatch(BEARERS::contains));
        boolean property =
                words.stream().anyMatch(word -> word.meanings().stream().anyMatch(PROPERTIES::contains));
        if (!thing || property) {
            return List.of();
        }
        List<Word> all = new ArrayList<>(words);
        all.add(new Word(Set.of("name"), 1));
        return all;
    }

    /** A name, a status, a number: of what, only the whole table says. */
    private static List<Word> unqualified(List<Word> words, Set<String> subject) {
        boolean general = words.stream().allMatch(word -> GENERAL.containsAll(word.meanings()));
        if (words.isEmpty() || subject.isEmpty() || !general) {
            return List.of();
        }
        List<Word> all = new ArrayList<>(words);
        all.add(new Word(subject, 1));
        return all;
    }

    private static List<String> aliases(StandardField field) {
        List<String> aliases = new ArrayList<>(names(field));
        aliases.addAll(field.aliases());
        if (field.element() != null) {
            aliases.add(field.element().code());
        }
        return aliases;
    }

    private static List<String> names(StandardField field) {
        return List.of(field.name(), field.title().zh(), field.title().en());
    }

    /** Weight in common over weight in all, and over the lighter of the two, evenly: short headers say less than titles. */
    private double overlap(List<Word> header, List<Word> name) {
        Part ofHeader = part(header, name);
        Part ofName = part(name, header);
        double common = (ofHeader.common() + ofName.common()) / 2;
        if (common == 0) {
            return 0;
        }
        double all = ofHeader.all() + ofName.all() - common;
        double part = Math.min(1, common / Math.min(ofHeader.all(), ofName.all()));
        return 0.6 * Math.min(1, common / all) + 0.4 * part * Math.min(1, common / TELLING_WEIGHT);
    }

    /** How much of a name another has, too. */
    private record Part(double common, double all) {}

    private Part part(List<Word> of, List<Word> other) {
        double common = 0;
        double all = 0;
        for (Word word : of) {
            double shared = 0;
            double like = 0;
            double own = 0;
            for (String meaning : word.meanings()) {
                shared = Math.max(shared, has(other, meaning) ? weight(meaning) : 0);
                String akin = AKIN.get(meaning);
                like = Math.max(like, akin != null && has(other, akin) ? weight(meaning) : 0);
                own += weight(meaning) / word.meanings().size();
            }
            common += (shared > 0 ? shared : AKIN_PART * like) * word.weight();
            all += (shared > 0 ? shared : like > 0 ? like : own) * word.weight();
        }
        return new Part(common, all);
    }

    private static boolean has(List<Word> words, String meaning) {
        return words.stream().anyMatch(each -> each.meanings().contains(meaning));
    }

    private double weight(String concept) {
        return weights.getOrDefault(concept, 0.6);
    }

    /** Dice's coefficient over pairs of characters, for Chinese only: English words are compared as words. */
    private static double bigrams(String one, String other) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        if (pairs.isEmpty() || others.isEmpty()) {
            return 0;
        }
        long common = pairs.stream().filter(others::contains).count();
        return 2.0 * common / (pairs.size() + others.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Concepts.han(text.charAt(i)) && Concepts.han(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }

    /** Lower case, without brackets, blanks and signs. */
    static String bare(String name) {
        String outside = name.replaceAll("[(（\\[【][^)）\\]】]*[)）\\]】]", "");
        StringBuilder bare = new StringBuilder();
        (outside.isBlank() ? name : outside)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
