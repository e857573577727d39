package org.exchangehub.core.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.check.Severity;
import org.exchangehub.schemas.inference.Sample;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a schema's checks say of a sample's rows once they are mapped.
 *
 * @param accepted rows without an error
 * @param refused rows with at least one
 * @param findings the commonest first, at most 50; none names a value
 */
record SampleCheck(int accepted, int refused, List<SampleFinding> findings) {

    private static final int MOST_FINDINGS = 50;

    /**
     * What one rule found in one field.
     *
     * @param rows it was found in
     * @param firstRow the first of them, counted from 1 below the header
     * @param message what was expected and found there, masked as in quarantine
     */
    record SampleFinding(String field, String rule, Severity severity, int rows, int firstRow, LocalizedText message) {}

    SampleCheck {
        findings = List.copyOf(findings);
    }

    /** Maps and checks each row. */
    static Run run(Sample sample, Mapping mapping, StandardSchema schema, LocalDate today) {
        RecordChecker checker = RecordChecker.of(schema);
        Run run = new Run();
        for (int i = 0; i < sample.rows().size(); i++) {
            Map<String, String> source = new HashMap<>();
            for (int column = 0; column < sample.headers().size(); column++) {
                source.put(sample.headers().get(column), sample.rows().get(i).get(column));
            }
            run.add(i + 1, checker.check(mapping.apply(source), today));
        }
        return run;
    }

    /** Counts as rows are checked. */
    static final class Run {

        private record Place(String field, String rule, Severity severity) {}

        private final Map<Place, int[]> counts = new LinkedHashMap<>();
        private final Map<Place, LocalizedText> messages = new HashMap<>();
        private final Map<String, Integer> wrong = new HashMap<>();
        private int accepted;
        private int refused;

        private void add(int row, CheckedRecord checked) {
            switch (checked) {
                case CheckedRecord.Accepted good -> {
                    accepted++;
                    count(row, good.warnings());
                }
                case CheckedRecord.Refused bad -> {
                    refused++;
                    count(row, bad.findings());
                }
            }
        }

        private void count(int row, List<Finding> findings) {
            Set<Place> places = new HashSet<>();
            Set<String> fields = new HashSet<>();
            for (Finding finding : findings) {
                Place place = new Place(finding.field(), finding.rule(), finding.severity());
                if (places.add(place)) {
                    counts.computeIfAbsent(place, first -> new int[] {0, row})[0]++;
                    messages.putIfAbsent(place, finding.message());
                }
                if (finding.severity() == Severity.ERROR && fields.add(finding.field())) {
                    wrong.merge(finding.field(), 1, Integer::sum);
                }
            }
        }

        /** The share of rows without an error in a field, 0 to 1; null when there are no rows. */
        @Nullable
        Double passing(String field) {
            int rows = accepted + refused;
            return rows == 0 ? null : Math.round(1_000.0 * (rows - wrong.getOrDefault(field, 0)) / rows) / 1_000.0;
        }

        SampleCheck result() {
            List<SampleFinding> findings = new ArrayList<>();
            counts.forEach((place, count) -> findings.add(new SampleFinding(
                    place.field(),
                    place.rule(),
                    place.severity(),
                    count[0],
                    count[1],
                    Objects.requireNonNull(messages.get(place)))));
            findings.sort(Comparator.comparingInt(SampleFinding::rows).reversed());
            return new SampleCheck(accepted, refused, findings.subList(0, Math.min(MOST_FINDINGS, findings.size())));
        }
    }
}
