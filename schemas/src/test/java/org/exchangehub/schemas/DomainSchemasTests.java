package org.exchangehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.exchangehub.schemas.StandardSchemas.Bundled;
import org.exchangehub.schemas.codes.CodeLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every schema that comes with the hub, whatever its domain. */
class DomainSchemasTests {

    static Stream<Bundled> schemas() {
        return StandardSchemas.all().stream();
    }

    @Test
    void coverTheDomains() {
        assertThat(schemas())
                .extracting(Bundled::dataset)
                .containsExactlyInAnyOrder(
                        "city-component",
                        "floating-population",
                        "grid-event",
                        "house",
                        "legal-person",
                        "licence",
                        "real-estate-unit",
                        "resident-population",
                        "standard-address");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void sayOfEveryFieldWhatItIs(Bundled bundled) {
        StandardSchema schema = bundled.schema();

        assertThat(schema.fields()).allSatisfy(field -> {
            assertThat(field.title().zh()).containsPattern("\\p{IsHan}");
            assertThat(field.title().en()).matches("\\p{ASCII}+");
            assertThat(schema.avro().getField(field.name()).doc()).endsWith(".");
            assertThat(field.aliases()).as("pinyin of %s", field.name()).isNotEmpty();
            assertThat(field.element()).isNotNull();
            assertThat(field.name()).matches("[a-z][A-Za-z]+");
        });
        assertThat(schema.rules()).allSatisfy(rule -> {
            assertThat(rule.message().zh()).containsPattern("\\p{IsHan}");
            assertThat(rule.message().en()).containsPattern("[a-z]{3}");
        });
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void maskWhatIsPersonalAndFindNothingBySensitiveText(Bundled bundled) {
        assertThat(bundled.schema().fields())
                .filteredOn(field -> field.level().sensitive())
                .allSatisfy(field -> {
                    assertThat(field.mask()).as("mask of %s", field.name()).isNotNull();
                    assertThat(field.filter())
                            .as("filter of %s", field.name())
                            .isIn(FilterKind.NONE, FilterKind.EQUALITY, FilterKind.RANGE);
                });
        assertThat(bundled.schema().fields())
                .filteredOn(field -> field.checks().contains("citizen-id"))
                .allSatisfy(field -> assertThat(field.level()).isEqualTo(Level.LEVEL_4));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void nameCodeListsThatAreThereAndKeysThatCanBeLookedUp(Bundled bundled) {
        StandardSchema schema = bundled.schema();

        assertThat(schema.fields())
                .filteredOn(field -> field.codes() != null)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(CodeLists.names()).contains(field.codes()));
        assertThat(schema.key())
                .allSatisfy(name -> assertThat(schema.field(name).orElseThrow().filter())
                        .isIn(FilterKind.EQUALITY, FilterKind.PREFIX));
    }

    @Test
    void useEveryListAndHoldSensitiveInformationOfArticle28AtLevel4() {
        Set<String> used = Set.copyOf(schemas()
                .flatMap(bundled -> bundled.schema().fields().stream())
                .flatMap(field -> Stream.ofNullable(field.codes()))
                .distinct()
                .toList());

        assertThat(used).containsAll(CodeLists.names());
        StandardSchema population = StandardSchema.parse(
                StandardSchemas.find("resident-population", "1-0-0").orElseThrow());
        assertThat(Stream.of("religion", "bloodType", "citizenId", "fatherId", "motherId", "spouseId", "guardianId"))
                .allSatisfy(name ->
                        assertThat(population.field(name).orElseThrow().level()).isEqualTo(Level.LEVEL_4));
    }
}
