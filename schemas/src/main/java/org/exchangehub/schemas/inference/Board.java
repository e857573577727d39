package org.exchangehub.schemas.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;

/** All columns of a sample held against all fields of one schema. */
final class Board {

    private static final int MOST_OTHERS = 3;

    private final List<Column> columns;
    private final StandardSchema schema;
    private final Scored[][] scored;

    private Board(List<Column> columns, StandardSchema schema, Scored[][] scored) {
        this.columns = columns;
        this.schema = schema;
        this.scored = scored;
    }

    static Board of(List<Column> columns, StandardSchema schema, NameMatch names) {
        Set<String> subject = subject(columns, schema);
        Scored[][] scored = new Scored[columns.size()][schema.fields().size()];
        for (int i = 0; i < columns.size(); i++) {
            for (int j = 0; j < schema.fields().size(); j++) {
                Column column = columns.get(i);
                StandardField field = schema.fields().get(j);
                scored[i][j] = new Scored(
                        names.of(column.header(), field, subject),
                        ValueMatch.of(column, field),
                        identifying(column, i) ? Subjects.numbering(field, schema) : 0);
            }
        }
        return new Board(columns, schema, scored);
    }

    /** Whether a column may be what the rows go by: it is shaped so, and is called a number or stands first. */
    private static boolean identifying(Column column, int place) {
        Set<String> words = Concepts.of(column.header());
        return (place == 0 || words.contains("number") || words.contains("code")) && column.identifier();
    }

    /** What a general header speaks of: the standard's subject, unless the table holds that as a column of its own. */
    private static Set<String> subject(List<Column> columns, StandardSchema schema) {
        Set<String> subject = Subjects.of(schema);
        boolean within = columns.stream()
                .anyMatch(column ->
                        column.filled() >= 0.5 && Concepts.of(column.header()).equals(subject));
        return within ? Set.of() : subject;
    }

    List<Column> columns() {
        return columns;
    }

    StandardSchema schema() {
        return schema;
    }

    Scored[][] scored() {
        return scored;
    }

    /** The likeliest fields of a column beside one of them. */
    List<Proposal.Alternative> others(int column, int but) {
        return IntStream.range(0, schema.fields().size())
                .filter(field -> field != but && scored[column][field].confidence() >= Scored.LEAST)
                .mapToObj(field -> new Proposal.Alternative(
                        schema.fields().get(field).name(), Scored.round(scored[column][field].confidence())))
                .sorted(Comparator.comparingDouble(Proposal.Alternative::confidence)
                        .reversed()
                        .thenComparing(Proposal.Alternative::field))
                .limit(MOST_OTHERS)
                .toList();
    }

    /** The highest confidence of any column for a field. */
    double best(StandardField field) {
        int index = schema.fields().indexOf(field);
        return Arrays.stream(scored)
                .mapToDouble(column -> column[index].confidence())
                .max()
                .orElse(0);
    }

    /** The highest confidence of a column. */
    double best(int column) {
        return Arrays.stream(scored[column])
                .mapToDouble(Scored::confidence)
                .max()
                .orElse(0);
    }

    /** What each assignment is worth: nothing for what would not be proposed; of near equals a mandatory field goes first. */
    double[][] gains() {
        double[][] gains = new double[columns.size()][schema.fields().size()];
        for (int i = 0; i < columns.size(); i++) {
            for (int j = 0; j < schema.fields().size(); j++) {
                StandardField field = schema.fields().get(j);
                double confidence = scored[i][j].confidence();
                double preference = schema.key().contains(field.name()) ? 0.06 : field.nullable() ? 0 : 0.05;
                gains[i][j] = confidence < Scored.LEAST ? 0 : confidence * confidence + preference;
            }
        }
        return gains;
    }
}
