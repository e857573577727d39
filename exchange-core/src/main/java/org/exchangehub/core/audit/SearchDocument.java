package org.exchangehub.core.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.search.SearchIndex;
import org.exchangehub.schemas.canonical.CanonicalJson;
import org.exchangehub.tlog.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as the search engine holds it: its index, the words it is found by, and the leaf as it is, whose members the
 * engine indexes where they are: {@code {"index": …, "words": …, "leaf": …}}. So the leaf's hash can be computed again from
 * what the engine gives back.
 */
final class SearchDocument {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> WORDED =
            List.of("purpose", "filter", "fields", "details", "kind", "dataset", "basis");

    private SearchDocument() {}

    static SearchIndex.Document of(LogStore.Stored stored) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(stored.entry().length + 256);
        json.writeBytes(("{\"index\":" + stored.index() + ",\"words\":").getBytes(StandardCharsets.US_ASCII));
        json.writeBytes(CanonicalJson.of(words(JSON.readTree(stored.entry()))));
        json.writeBytes(",\"leaf\":".getBytes(StandardCharsets.US_ASCII));
        json.writeBytes(stored.entry());
        json.write('}');
        return new SearchIndex.Document(Long.toString(stored.index()), json.toByteArray(), null);
    }

    /** What a person may search by words: purpose, filter, fields, details and the like. */
    static String words(JsonNode leaf) {
        return text(leaf, WORDED);
    }

    /** The strings among some members and right below them, each followed by a blank. */
    static String text(JsonNode leaf, List<String> members) {
        StringBuilder text = new StringBuilder();
        for (String member : members) {
            JsonNode value = leaf.path(member);
            if (value.isString()) {
                text.append(value.asString()).append(' ');
            }
            value.values().forEach(each -> text.append(each.asString("")).append(' '));
        }
        return text.toString();
    }

    /**
     * The leaf hash of the entry a document claims to be.
     *
     * @param source what the engine gave back
     * @return {@link Hash#OF_NOTHING}, which no leaf has, unless all else in the document goes with the leaf and the index
     */
    static Hash leafHash(JsonNode source, long index) {
        JsonNode leaf = source.path("leaf");
        boolean whole = leaf.isObject()
                && source.size() == 3
                && source.path("index").isIntegralNumber()
                && source.path("index").asLong() == index
                && source.path("words").asString("").equals(words(leaf));
        try {
            return whole ? Hash.ofLeaf(CanonicalJson.of(JSON.convertValue(leaf, Map.class))) : Hash.OF_NOTHING;
        } catch (IllegalArgumentException notCanonical) {
            return Hash.OF_NOTHING;
        }
    }
}
