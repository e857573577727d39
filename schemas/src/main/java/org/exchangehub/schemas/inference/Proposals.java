package org.exchangehub.schemas.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;

/** Finds the standard schemas that fit a sample and proposes mappings to them. The same input gives the same proposal. */
public final class Proposals {

    /** Proposals given at most. */
    private static final int MOST_FITS = 3;

    /** Evidence on what a whole sample is about that the sample itself does not hold: names of file and sheet, a title. */
    private static final String NOTHING_SAID = "";

    private static final double KEY_BONUS = 0.35;
    private static final double SUBJECT_BONUS = 1.5;
    private static final double ABOUT_BONUS = 1;
    /** Whatever has a place has a city and a postcode: they tell little of what a table is about. */
    private static final double ADDRESS_PART = 0.3;

    /** A standard whose mandatory fields have no column counts this much less. */
    private static final double MANDATORY_PART = 0.5;
    /** Confidence from which on a standard counts as knowing a column. */
    private static final double KNOWN = 0.5;

    private Proposals() {}

    /**
     * Proposes.
     *
     * @param standards those in question; of several versions of a dataset hand over the one wanted
     */
    public static Proposal propose(Sample sample, Collection<StandardSchema> standards) {
        return propose(sample, standards, NOTHING_SAID);
    }

    /**
     * Proposes.
     *
     * @param standards those in question; of several versions of a dataset hand over the one wanted
     * @param about what else is known of the sample, in Chinese or English words: the file's name, a title; may be empty
     */
    public static Proposal propose(Sample sample, Collection<StandardSchema> standards, String about) {
        List<Proposal.Fit> fits = fits(sample, standards, about);
        return new Proposal(fits.subList(0, Math.min(MOST_FITS, fits.size())));
    }

    /**
     * Proposes a mapping to a standard that is chosen already; the others are weighed all the same, to be told of.
     *
     * @param chosen one of the standards
     * @return the chosen one first, whatever fits better; empty when it shares no column with the sample
     */
    public static Proposal proposeFor(
            StandardSchema chosen, Sample sample, Collection<StandardSchema> standards, String about) {
        List<Proposal.Fit> fits = fits(sample, standards, about);
        Optional<Proposal.Fit> own = fits.stream()
                .filter(fit -> fit.schema().equals(chosen.fullName()))
                .findFirst();
        if (own.isEmpty()) {
            return new Proposal(List.of());
        }
        List<Proposal.Fit> ordered = new ArrayList<>(List.of(own.get()));
        fits.stream()
                .filter(fit -> !fit.schema().equals(chosen.fullName()))
                .limit(MOST_FITS - 1)
                .forEach(ordered::add);
        return new Proposal(ordered);
    }

    private static List<Proposal.Fit> fits(Sample sample, Collection<StandardSchema> standards, String about) {
        List<Column> columns = Joins.of(sample);
        NameMatch names = new NameMatch(standards);
        List<Proposal.Fit> fits = new ArrayList<>();
        List<Board> boards = standards.stream()
                .map(schema -> Board.of(columns, schema, names))
                .toList();
        Map<Column, Double> telling = telling(columns, boards);
        Subjects subjects = new Subjects(standards);
        for (Board board : boards) {
            Proposal.Fit fit = fit(board, telling, boards, subjects, about);
            if (!fit.columns().isEmpty()) {
                fits.add(fit);
            }
        }
        double all = fits.stream().mapToDouble(Proposal.Fit::score).sum();
        fits.replaceAll(fit -> all > 0 ? fit.sharing(Scored.round(fit.score() / all)) : fit);
        fits.sort(Comparator.comparingDouble(Proposal.Fit::score).reversed().thenComparing(Proposal.Fit::dataset));
        return fits;
    }

    static List<Column> columns(Sample sample) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < sample.headers().size(); i++) {
            columns.add(new Column(sample.headers().get(i), sample.rows().size(), sample.column(i)));
        }
        return columns;
    }

    private static Proposal.Fit fit(
            Board board, Map<Column, Double> telling, List<Board> boards, Subjects subjects, String about) {
        StandardSchema schema = board.schema();
        int[] fieldOf = Assignment.best(board.gains());
        MappingDraft draft = new MappingDraft(schema);
        List<Proposal.Choice> choices = new ArrayList<>();
        List<Proposal.Unmapped> unmapped = new ArrayList<>();
        double score = 0;
        for (int i = 0; i < fieldOf.length; i++) {
            Column column = board.columns().get(i);
            if (fieldOf[i] < 0) {
                List<Proposal.Alternative> near = board.others(i, -1);
                column.from().forEach(header -> unmapped.add(new Proposal.Unmapped(header, near)));
                continue;
            }
            StandardField field = schema.fields().get(fieldOf[i]);
            Scored best = board.scored()[i][fieldOf[i]];
            double confidence = best.confidence();
            List<Proposal.Evidence> evidence = best.evidence(field);
            List<Proposal.Alternative> others = board.others(i, fieldOf[i]);
            column.from()
                    .forEach(header -> choices.add(
                            new Proposal.Choice(header, field.name(), Scored.round(confidence), evidence, others)));
            draft.add(column, field);
            double weight = schema.key().contains(field.name()) ? 1 + KEY_BONUS : 1;
            // A few sure columns outweigh many doubtful ones, and columns that few standards know those that all do.
            score += confidence < KNOWN
                    ? 0
                    : weight * telling.getOrDefault(column, 1.0) * confidence * confidence * confidence;
        }
        score *= explained(board, fieldOf, telling, boards) * (1 - MANDATORY_PART * (1 - mandatory(board)));
        score *= 1
                + SUBJECT_BONUS * subjects.spokenOf(board.columns(), schema)
                + (Subjects.subjectOf(board.columns(), schema) ? ABOUT_BONUS : 0)
                + ABOUT_BONUS * subjects.named(about, schema);
        draft.derive();
        return new Proposal.Fit(
                schema.dataset(),
                schema.fullName(),
                Scored.round(score),
                0,
                choices,
                unmapped,
                unfilled(schema, draft.targets()),
                draft.json());
    }

    /** How sure the mandatory fields are filled, 0 to 1: their best columns' confidence on average. */
    private static double mandatory(Board board) {
        return board.schema().fields().stream()
                .filter(field -> !field.nullable())
                .mapToDouble(board::best)
                .average()
                .orElse(1);
    }

    /** How much of what the standards together know of the columns this one knows, 0 to 1. */
    private static double explained(Board board, int[] fieldOf, Map<Column, Double> telling, List<Board> boards) {
        double known = 0;
        double all = 0;
        for (int i = 0; i < fieldOf.length; i++) {
            int column = i;
            double weight = telling.getOrDefault(board.columns().get(i), 1.0);
            double most =
                    boards.stream().mapToDouble(each -> each.best(column)).max().orElse(0);
            if (most >= KNOWN) {
                all += weight * most;
                known += fieldOf[i] < 0 ? 0 : weight * board.scored()[i][fieldOf[i]].confidence();
            }
        }
        return all == 0 ? 1 : known / all;
    }

    /** How much each column tells standards apart, 0 to 1: less the more of them have a field for it. */
    private static Map<Column, Double> telling(List<Column> columns, List<Board> boards) {
        Map<Column, Double> telling = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            long known =
                    boards.stream().filter(board -> board.best(column) >= KNOWN).count();
            double all = Math.log(1 + boards.size());
            double own = Math.log(1 + boards.size() / (double) Math.max(1, known)) / all;
            double part = Concepts.partOfAddress(columns.get(i).header()) ? ADDRESS_PART : 1;
            telling.put(columns.get(i), own * part * Math.sqrt(columns.get(i).filled()));
        }
        return telling;
    }

    private static List<String> unfilled(StandardSchema schema, Collection<String> filled) {
        Set<String> targets = new HashSet<>(filled);
        return schema.fields().stream()
                .filter(field -> !field.nullable() && !targets.contains(field.name()))
                .map(StandardField::name)
                .toList();
    }
}
