package org.exchangehub.schemas.minimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.exchangehub.schemas.Level;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.masking.DataElement;
import org.exchangehub.schemas.masking.Mask;
import org.exchangehub.schemas.masking.MaskRule;
import org.exchangehub.schemas.minimisation.Treatment.Clear;
import org.exchangehub.schemas.minimisation.Treatment.Hidden;
import org.exchangehub.schemas.minimisation.Treatment.Lookup;
import org.exchangehub.schemas.minimisation.Treatment.MaskSource;
import org.exchangehub.schemas.minimisation.Treatment.Masked;
import org.exchangehub.schemas.minimisation.Treatment.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MinimisationTests {

    private static final StandardSchema RESIDENTS = StandardSchema.parse(
            StandardSchemas.find("resident-population", "1-0-0").orElseThrow());

    private static Map<String, Treatment> compile(Allowance terms) {
        return Minimisation.compile(RESIDENTS, terms);
    }

    private static Treatment clearAt(
            @Nullable Level level, String field, Set<String> entitled, Map<String, Mask> masks) {
        Treatment treatment = compile(new Allowance(Map.of(field, Use.CLEAR), level, entitled, masks))
                .get(field);
        return treatment == null ? new Hidden(Reason.NOT_GRANTED) : treatment;
    }

    private static Masked masked(Mask mask, MaskSource source, Reason reason) {
        return new Masked(MaskRule.of(mask), source, reason);
    }

    @Nested
    class AField {

        @Test
        void nobodyNamedIsHidden() {
            assertThat(compile(new Allowance(Map.of(), Level.LEVEL_4, Set.of("name"), Map.of()))
                            .values())
                    .hasSize(RESIDENTS.fields().size())
                    .containsOnly(new Hidden(Reason.NOT_GRANTED));
        }

        @Test
        void aboveTheLevelIsMaskedWithoutAnEntitlement() {
            assertThat(clearAt(Level.LEVEL_2, "name", Set.of(), Map.of()))
                    .isEqualTo(masked(Mask.NAME, MaskSource.SCHEMA, Reason.ABOVE_LEVEL));
            assertThat(clearAt(Level.LEVEL_2, "name", Set.of("mobile"), Map.of()))
                    .isInstanceOf(Masked.class);
            assertThat(clearAt(Level.LEVEL_2, "name", Set.of("name"), Map.of())).isEqualTo(new Clear(Reason.ENTITLED));
            assertThat(clearAt(Level.LEVEL_3, "name", Set.of(), Map.of())).isEqualTo(new Clear(Reason.WITHIN_LEVEL));
        }

        @Test
        void ofTheKeyIsReplacedByATokenWhenItIsMaskedWhateverTheMask() {
            assertThat(clearAt(Level.LEVEL_3, "citizenId", Set.of(), Map.of("citizenId", Mask.DROP)))
                    .isEqualTo(masked(Mask.TOKEN, MaskSource.KEY, Reason.ABOVE_LEVEL));
        }

        @Test
        void namedForLookupsIsForLookupsWhateverItsLevel() {
            Allowance terms =
                    new Allowance(Map.of("citizenId", Use.LOOKUP), Level.LEVEL_1, Set.of("citizenId"), Map.of());

            assertThat(compile(terms)).containsEntry("citizenId", new Lookup(Reason.FOR_LOOKUP));
        }

        @Test
        void namedAsMaskedIsMaskedWhateverItsLevel() {
            Allowance terms = new Allowance(Map.of("sex", Use.MASKED), Level.LEVEL_4, Set.of("sex"), Map.of());

            assertThat(compile(terms)).containsEntry("sex", masked(Mask.FULL, MaskSource.DEFAULT, Reason.ASKED_MASKED));
        }

        @Test
        void namedAsClearBeforeThereWereLevelsStaysClear() {
            assertThat(clearAt(null, "name", Set.of(), Map.of())).isEqualTo(new Clear(Reason.BEFORE_LEVELS));
        }
    }

    @Nested
    class AMaskInTheTerms {

        @Test
        void isTakenWhenItIsStricterThanTheFieldsOwn() {
            assertThat(clearAt(Level.LEVEL_2, "fatherId", Set.of(), Map.of("fatherId", Mask.CITIZEN_ID_LIST)))
                    .isEqualTo(masked(Mask.CITIZEN_ID_LIST, MaskSource.TERMS, Reason.ABOVE_LEVEL));
            assertThat(clearAt(Level.LEVEL_2, "fatherId", Set.of(), Map.of("fatherId", Mask.TOKEN)))
                    .isEqualTo(masked(Mask.TOKEN, MaskSource.TERMS, Reason.ABOVE_LEVEL));
        }

        @Test
        void isDisregardedWhenItShowsMoreOrDoesNotSuit() {
            assertThat(clearAt(Level.LEVEL_2, "religion", Set.of(), Map.of("religion", Mask.NAME)))
                    .isEqualTo(masked(Mask.FULL, MaskSource.SCHEMA, Reason.ABOVE_LEVEL));
            assertThat(clearAt(Level.LEVEL_2, "birthDate", Set.of(), Map.of("birthDate", Mask.TOKEN)))
                    .isEqualTo(masked(Mask.YEAR, MaskSource.SCHEMA, Reason.ABOVE_LEVEL));
        }
    }

    /** Random terms against the rule in other words: a value is in clear only where it may be, and a looser mask never wins. */
    @Test
    void nothingIsClearThatNeitherLevelNorEntitlementAllows() {
        Random random = new Random(20_261_123);
        List<Level> levels = List.of(Level.LEVEL_1, Level.LEVEL_2, Level.LEVEL_3, Level.LEVEL_4);
        for (int i = 0; i < 3_000; i++) {
            Map<String, Use> uses = new HashMap<>();
            Set<String> entitled = new HashSet<>();
            Map<String, Mask> masks = new HashMap<>();
            for (StandardField field : RESIDENTS.fields()) {
                if (random.nextInt(4) > 0) {
                    uses.put(field.name(), List.of(Use.values()).get(random.nextInt(3)));
                }
                if (random.nextInt(5) == 0) {
                    entitled.add(field.name());
                }
                if (random.nextBoolean()) {
                    masks.put(field.name(), List.of(Mask.values()).get(random.nextInt(Mask.values().length)));
                }
            }
            Level level = levels.get(random.nextInt(4));
            Map<String, Treatment> compiled = compile(new Allowance(uses, level, entitled, masks));
            for (StandardField field : RESIDENTS.fields()) {
                Treatment treatment = compiled.get(field.name());
                boolean mayBeClear = uses.get(field.name()) == Use.CLEAR
                        && (field.level().number() <= level.number() || entitled.contains(field.name()));
                assertThat(treatment instanceof Clear).isEqualTo(mayBeClear);
                if (treatment instanceof Masked shown) {
                    boolean key = RESIDENTS.key().contains(field.name());
                    assertThat(
                                    key
                                            ? shown.mask().mask() == Mask.TOKEN
                                            : shown.mask()
                                                    .mask()
                                                    .asStrictAs(field.masking().mask()))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void noLevelOpensImportantOrCoreData() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allowance(Map.of(), Level.IMPORTANT, Set.of(), Map.of()));
    }

    @Nested
    class ADataElement {

        @Test
        void isOneForAllFieldsThatHoldTheSameKindOfIdentifier() {
            StandardSchema houses =
                    StandardSchema.parse(StandardSchemas.find("house", "1-0-0").orElseThrow());
            StandardSchema companies = StandardSchema.parse(
                    StandardSchemas.find("legal-person", "1-0-0").orElseThrow());

            assertThat(List.of(
                            element(RESIDENTS, "citizenId"),
                            element(houses, "ownerId"),
                            element(companies, "legalRepresentativeId")))
                    .containsOnly(new DataElement("citizen-id", true));
            assertThat(element(companies, "unifiedSocialCreditCode")).isNotEqualTo(element(RESIDENTS, "citizenId"));
            assertThat(element(RESIDENTS, "householdId")).isNotEqualTo(element(RESIDENTS, "name"));
        }

        private DataElement element(StandardSchema schema, String field) {
            return DataElements.of(schema, schema.field(field).orElseThrow());
        }
    }
}
