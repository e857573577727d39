package org.exchangehub.core.discovery;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words somebody typed as queries. Chinese is indexed by single characters, so that a phrase of them is found wherever it
 * stands; an English word is found by its beginning, without its ending for the plural, and Latin letters are taken for pinyin, too.
 */
final class SearchWords {

    /** How many words that begin so are looked for at most, per field. */
    private static final int MOST_COMPLETIONS = 200;

    private static final int SHORTEST_STEM = 3;

    /** The weights that are of texts, and the field each is the weight of. */
    private static final Map<String, String> TEXTS = Map.of(
            "title", "title",
            "keywords", "keywords",
            "department", "departmentTitle",
            "fields", "fields",
            "summary", "summary");

    private final Map<String, Float> weights;

    SearchWords(Ranking ranking) {
        this.weights = ranking.weights();
    }

    /** Documents in which the word is, anywhere; the best place counts. */
    Query word(String word) {
        List<Query> places = new ArrayList<>();
        places.add(text(word));
        String stem = stem(word);
        if (!stem.equals(word)) {
            places.add(text(stem));
        }
        if (weight("pinyin") > 0 && Spelling.possible(word)) {
            places.add(beginning("pinyin", Spelling.typed(word), weight("pinyin")));
        }
        if (weight("code") > 0 && word.matches("[0-9][0-9/-]*")) {
            places.add(beginning("code", word, weight("code")));
            places.add(beginning("resourceCode", word, weight("code")));
        }
        return Query.of(query -> query.disMax(best -> best.queries(places)));
    }

    /** Documents with this title and no other. */
    Query title(List<String> words) {
        return Query.of(query -> query.constantScore(constant -> constant.boost(weight("exactTitle"))
                .filter(filter -> filter.term(
                        term -> term.field("exactTitle").value(CatalogDocuments.folded(String.join("", words)))))));
    }

    private Query text(String phrase) {
        List<String> fields = TEXTS.entrySet().stream()
                .filter(each -> weight(each.getKey()) > 0)
                .map(each -> each.getValue() + "^" + weight(each.getKey()))
                .sorted()
                .toList();
        return Query.of(query -> query.multiMatch(match -> match.query(phrase)
                .type(TextQueryType.PhrasePrefix)
                .fields(fields)
                .maxExpansions(MOST_COMPLETIONS)));
    }

    private static Query beginning(String field, String word, float weight) {
        return Query.of(query -> query.constantScore(constant -> constant.boost(weight)
                .filter(filter -> filter.prefix(prefix -> prefix.field(field).value(word)))));
    }

    private float weight(String name) {
        return Objects.requireNonNull(weights.get(name), name);
    }

    /** The fields whose texts are looked at. */
    Set<String> fields() {
        return Stream.of(TEXTS)
                .flatMap(texts -> texts.entrySet().stream())
                .filter(each -> weight(each.getKey()) > 0)
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** An English word as all its forms begin that a plural makes: licence(s), agenc(y, ies); others as they are. */
    static String stem(String word) {
        String stem = word.matches("[a-z]+(ies|es|[^s]s|[^aeiou]y)") ? word.replaceFirst("(ies|es|s|y)$", "") : word;
        return stem.length() < SHORTEST_STEM ? word : stem;
    }
}
