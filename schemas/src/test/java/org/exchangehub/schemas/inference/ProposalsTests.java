package org.exchangehub.schemas.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.mapping.Mapping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProposalsTests {

    private static Sample own(String file) {
        try {
            return Sample.read(
                    new ByteArrayInputStream(ProposalRateTests.own(file)), SampleFormat.CSV, Sample.Limits.STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Proposal.Fit best(Sample sample) {
        return Proposals.propose(sample, ProposalRateTests.newest()).best().orElseThrow();
    }

    @Nested
    class AProposedMapping {

        @Test
        void makesRecordsThatConformButForWhatItSaysIsMissing() {
            Sample sample = own("companies-zh.csv");
            Proposal.Fit fit = best(sample);
            StandardSchema schema = ProposalRateTests.newest().stream()
                    .filter(standard -> standard.dataset().equals(fit.dataset()))
                    .findFirst()
                    .orElseThrow();
            Mapping mapping = Mapping.parse(fit.mapping());
            RecordChecker checker = RecordChecker.of(schema);

            assertThat(fit.unfilledMandatory()).containsExactly("registeredDivision");
            assertThat(fit.unmapped()).extracting(Proposal.Unmapped::column).containsExactly("备注");
            assertThat(sample.rows()).allSatisfy(row -> {
                Map<String, String> source = new HashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    source.put(sample.headers().get(i), row.get(i));
                }
                Map<String, @Nullable String> mapped = mapping.apply(source);
                mapped.put("registeredDivision", "340202");
                CheckedRecord checked = checker.check(mapped, LocalDate.of(2026, 11, 23));
                if (source.containsValue("在业")) { // a word the code list does not know is not guessed at
                    assertThat(checked)
                            .isInstanceOfSatisfying(
                                    CheckedRecord.Refused.class,
                                    refused -> assertThat(refused.findings())
                                            .extracting(Finding::field)
                                            .containsExactly("status"));
                } else {
                    assertThat(checked).isInstanceOf(CheckedRecord.Accepted.class);
                }
            });
        }

        @Test
        void isTheSameEachTimeAndTellsWhy() {
            Proposal.Fit fit = best(own("residents-zh.csv"));

            assertThat(best(own("residents-zh.csv"))).isEqualTo(fit);
            assertThat(fit.columns())
                    .filteredOn(choice -> choice.field().equals("citizenId"))
                    .singleElement()
                    .satisfies(choice -> assertThat(choice.evidence())
                            .extracting(Proposal.Evidence::kind)
                            .contains(Proposal.Kind.VALUES_FIT));
            assertThat(fit.columns()).allSatisfy(choice -> {
                assertThat(choice.evidence()).isNotEmpty();
                assertThat(choice.confidence()).isBetween(0.0, 1.0);
            });
        }
    }

    @Nested
    class AnInferredSchema {

        @Test
        void holdsTypesChecksLengthsAndKeys() {
            Inference.Inferred inferred = Inference.schemaOf(own("companies-zh.csv"));

            assertThat(inferred.schema().fields())
                    .extracting(StandardField::checks)
                    .anyMatch(checks -> checks.contains("uscc"))
                    .anyMatch(checks -> checks.contains("citizen-id"));
            assertThat(inferred.schema().fields())
                    .filteredOn(field -> field.title().zh().equals("成立时间"))
                    .singleElement()
                    .satisfies(field -> assertThat(field.type()).hasToString("DATE"));
            assertThat(inferred.keyCandidates()).contains("column1");
        }

        @Test
        void takesTheSampleItWasInferredFrom() {
            Sample sample = own("houses-zh.csv");
            RecordChecker checker = RecordChecker.of(Inference.schemaOf(sample).schema());

            assertThat(sample.rows()).allSatisfy(row -> {
                Map<String, String> values = new HashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    values.put(checker.schema().fields().get(i).name(), row.get(i));
                }
                assertThat(checker.check(values, LocalDate.of(2026, 11, 23)))
                        .isInstanceOf(CheckedRecord.Accepted.class);
            });
        }
    }
}
