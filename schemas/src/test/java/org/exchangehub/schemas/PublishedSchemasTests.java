package org.exchangehub.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.exchangehub.schemas.StandardSchemas.Bundled;
import org.exchangehub.schemas.value.FieldType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What VERSIONING.md promises. */
class PublishedSchemasTests {

    private static final Path AVRO = Path.of("src/main/avro");

    @Test
    void areListedWithTheirDigestsAndNeverChange() throws Exception {
        List<String> actual;
        try (Stream<Path> files = Files.walk(AVRO)) {
            actual = files.filter(file -> file.toString().endsWith(".avsc"))
                    .map(file -> digest(file) + "  " + AVRO.relativize(file))
                    .toList();
        }

        assertThat(Files.readAllLines(AVRO.resolve("PUBLISHED"))).containsExactlyInAnyOrderElementsOf(actual);
    }

    private static String digest(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void areReadByTheirDatasetAndVersion() {
        assertThat(StandardSchemas.all()).extracting(Bundled::dataset).contains("legal-person", "licence");
        assertThat(StandardSchemas.all())
                .allSatisfy(bundled -> assertThat(bundled.schema().dataset()).isEqualTo(bundled.dataset()));
        assertThat(StandardSchemas.find("legal-person", "9-0-0")).isEmpty();
    }

    @Test
    void readEveryVersionOfTheSameModel() {
        for (Bundled one : StandardSchemas.all()) {
            for (Bundled other : StandardSchemas.all()) {
                boolean sameModel =
                        one.dataset().equals(other.dataset()) && model(one).equals(model(other));
                assertThat(sameModel ? Evolution.breaks(one.schema(), other.schema()) : List.of())
                        .as(one.dataset() + " " + one.version() + " and " + other.version())
                        .isEmpty();
            }
        }
    }

    private static String model(Bundled bundled) {
        return bundled.version().substring(0, bundled.version().indexOf('-'));
    }

    @Test
    void holdThe32ElementsOfTheStandardForLegalPersons() {
        StandardSchema schema = StandardSchema.parse(
                StandardSchemas.find("legal-person", "1-0-0").orElseThrow());

        assertThat(schema.key()).containsExactly("unifiedSocialCreditCode");
        assertThat(schema.fields())
                .hasSize(32)
                .allSatisfy(field -> assertThat(field.element())
                        .extracting(StandardField.Element::standard)
                        .isEqualTo("GB/T 36104-2018"));
        assertThat(schema.fields())
                .extracting(field -> field.aliases().getFirst())
                .containsExactly(
                        "tyshxydm zzjgdm jgmc zcdz zcdzxzqhdm jyfw zczj fddbrxm fddbrzjlx fddbrzjhm clrq djywlx hzrq zhgxrq zt scjydz scjydzxzqhdm hbzl zch jjhydm jjlxdm djglbmmc djglbmdm zgdw zgdwdm lxdh zgrs lxr yxqz yxqzhi gdmc sfgk"
                                .split(" "));
        assertThat(schema.field("registeredCapital").orElseThrow().type()).isEqualTo(FieldType.decimal(18, 4));
        assertThat(schema.level()).isEqualTo(Level.LEVEL_4);
    }

    @Nested
    class AnIncompatibleVersion {

        private final String key = SchemaTexts.field("k", 1, "\"string\"");

        private List<String> breaks(String before, String after) {
            return Evolution.breaks(
                    StandardSchema.parse(SchemaTexts.of(key, before)),
                    StandardSchema.parse(SchemaTexts.of(key, after)));
        }

        @Test
        void isFoundWhenATypeChanges() {
            assertThat(breaks(SchemaTexts.field("a", 2, "\"string\""), SchemaTexts.field("a", 2, "\"long\"")))
                    .isNotEmpty();
        }

        @Test
        void isFoundWhenAMandatoryFieldIsReplaced() {
            assertThat(breaks(SchemaTexts.field("a", 2, "\"string\""), SchemaTexts.field("b", 3, "\"string\"")))
                    .isNotEmpty();
        }

        @Test
        void isFoundWhenAnIdIsUsedAgain() {
            assertThat(breaks(
                            SchemaTexts.field("a", 2, "[\"null\",\"string\"]"),
                            SchemaTexts.field("b", 2, "[\"null\",\"string\"]")))
                    .singleElement()
                    .asString()
                    .contains("id 2");
        }
    }
}
