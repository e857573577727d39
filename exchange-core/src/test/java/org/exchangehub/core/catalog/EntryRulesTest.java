package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EntryRulesTest {

    private final ObjectNode entry = Entries.json();

    private static List<String> refused(ThrowingCallable check) {
        return catchThrowableOfType(HubProblem.class, check).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }

    @Nested
    class ADraft {

        @Test
        void isNotTakenWithoutTheDeclarationThatItHoldsNoSecret() {
            entry.put("nonSecret", false);

            assertThat(refused(() -> EntryRules.requireDraft(Entries.of(entry))))
                    .containsExactly("/nonSecret");
        }

        @Test
        void needsANameAndAClassificationToGetACode() {
            entry.remove(List.of("title", "classification"));

            assertThat(refused(() -> EntryRules.requireDraft(Entries.of(entry))))
                    .containsExactly("/title", "/classification");
        }

        @Test
        void mayLackTheRest() {
            entry.retain("title", "classification", "nonSecret");

            assertThatCode(() -> EntryRules.requireDraft(Entries.of(entry))).doesNotThrowAnyException();
        }

        @Test
        void isToldEverythingThatIsWrongWithItsForm() {
            entry.put("classification", "12345").put("level", 7).put("usageConditions", "a\u0000b");
            entry.putObject("title").put("zh", " ").put("en", "x".repeat(101));
            entry.putArray("related").add("somewhere");

            assertThat(refused(() -> EntryRules.requireDraft(Entries.of(entry))))
                    .containsExactly(
                            "/title/zh", "/title/en", "/classification", "/usageConditions", "/level", "/related/0");
        }
    }

    @Nested
    class Completeness {

        @Test
        void isReachedByAFullEntry() {
            assertThatCode(() -> EntryRules.requireComplete(Entries.complete())).doesNotThrowAnyException();
        }

        @Test
        void isRefusedWithAllThatIsMissing() {
            entry.retain("title", "classification", "nonSecret");

            assertThat(refused(() -> EntryRules.requireComplete(Entries.of(entry))))
                    .containsExactly(
                            "/summary",
                            "/format",
                            "/updateCycle",
                            "/shareAttribute",
                            "/usageConditions",
                            "/open",
                            "/contact/name",
                            "/contact/phone",
                            "/assessments/secrecy",
                            "/assessments/personalInformation");
        }

        @Test
        void asksAConditionalDatasetForItsScope() {
            entry.put("shareCondition", " ");

            assertThat(refused(() -> EntryRules.requireComplete(Entries.of(entry))))
                    .containsExactly("/shareCondition");
        }

        @Test
        void asksARefusedDatasetForLawAndReason() {
            entry.put("shareAttribute", "REFUSED");

            assertThat(refused(() -> EntryRules.requireComplete(Entries.of(entry))))
                    .containsExactly("/legalBasis", "/refusalReason");
        }

        @Test
        void asksWhoApprovedAnAssessmentAndWhen() {
            entry.withObject("assessments").putObject("secrecy").put("conclusion", "不涉密");

            assertThat(refused(() -> EntryRules.requireComplete(Entries.of(entry))))
                    .containsExactly("/assessments/secrecy/approvedBy", "/assessments/secrecy/approvedOn");
        }
    }
}
