package org.exchangehub.schemas.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.exchangehub.schemas.CheckedRecord;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.Json;
import org.exchangehub.schemas.RecordChecker;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.mapping.Mapping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ErrorProfile HALF_WRONG = ErrorProfile.all(0.5);

    /** One dataset: how to make its rows, how to map them. */
    record Kind(String dataset, String mapping, Make make) {
        interface Make {
            Samples of(long seed, long count, ErrorProfile errors);
        }

        StandardSchema schema() {
            return StandardSchema.parse(StandardSchemas.find(dataset, "1-0-0").orElseThrow());
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("legal-person", LegalPersonSamples.mapping(), LegalPersonSamples::of),
                new Kind("licence", LicenceSamples.mapping(), LicenceSamples::of),
                new Kind("resident-population", ResidentPopulationSamples.mapping(), ResidentPopulationSamples::of),
                new Kind("floating-population", FloatingPopulationSamples.mapping(), FloatingPopulationSamples::of),
                new Kind("house", HouseSamples.mapping(), HouseSamples::of),
                new Kind("real-estate-unit", RealEstateUnitSamples.mapping(), RealEstateUnitSamples::of),
                new Kind("standard-address", AddressSamples.mapping(), AddressSamples::of));
    }

    private static Map<String, @Nullable String> mapped(Mapping mapping, Samples samples, SampleRow row) {
        return mapping.apply(samples.byColumn(row));
    }

    @Nested
    class Mapped {

        @ParameterizedTest
        @MethodSource("org.exchangehub.schemas.samples.SamplesTests#kinds")
        void servesTheSchema(Kind kind) {
            Mapping mapping = Mapping.parse(kind.mapping());

            assertThat(mapping.against(kind.schema())).isEmpty();
            assertThat(mapping.unfilled(
                            kind.make().of(1, 1, ErrorProfile.clean()).columns()))
                    .isEmpty();
        }

        @ParameterizedTest
        @MethodSource("org.exchangehub.schemas.samples.SamplesTests#kinds")
        void isRefusedByExactlyTheRulesOnTheLabel(Kind kind) {
            Samples samples = kind.make().of(20_261_123, 4_000, HALF_WRONG);
            Mapping mapping = Mapping.parse(kind.mapping());
            RecordChecker checker = RecordChecker.of(kind.schema());
            Set<InjectedError> seen = new HashSet<>();

            samples.forEach(row -> {
                row.error().ifPresent(seen::add);
                List<Finding> findings =
                        switch (checker.check(mapped(mapping, samples, row), TODAY)) {
                            case CheckedRecord.Accepted accepted -> accepted.warnings();
                            case CheckedRecord.Refused refused -> refused.findings();
                        };
                assertThat(findings)
                        .as(() -> row + " " + findings)
                        .extracting(Finding::rule)
                        .containsExactlyInAnyOrderElementsOf(expected(row));
            });

            assertThat(seen).containsExactlyInAnyOrderElementsOf(samples.errors());
        }

        private List<String> expected(SampleRow row) {
            return Stream.concat(row.rules().stream(), row.warnings().stream()).toList();
        }

        @ParameterizedTest
        @MethodSource("org.exchangehub.schemas.samples.SamplesTests#kinds")
        void repeatsAKeyOnlyWhereTheLabelSaysSo(Kind kind) {
            Samples samples = kind.make().of(7, 3_000, ErrorProfile.only(0.2, Set.of(InjectedError.DUPLICATE_KEY)));
            Set<String> keys = new HashSet<>();

            samples.forEach(row -> assertThat(keys.add(row.values().getFirst()))
                    .as(row::toString)
                    .isEqualTo(row.error().isEmpty()));

            assertThat(keys).hasSizeBetween(2_400, 2_600);
        }
    }

    @Nested
    class Repeatable {

        @Test
        void givesTheSameBytesForTheSameSeed() throws Exception {
            assertThat(digest(LegalPersonSamples.of(42, 1_000, ErrorProfile.all(0.1)), StandardCharsets.UTF_8))
                    .isEqualTo("820114cf086e019bd812e71345e78bdd07d9f6e94ffd1a78b3e3e0e469368d16");
            assertThat(digest(LicenceSamples.of(42, 1_000, 500, ErrorProfile.all(0.1)), Charset.forName("GBK")))
                    .isEqualTo("0b4ecc9538478bf292bbb2c2fb9cd4bbaa63a93575d499300d82aa462244d376");
        }

        @Test
        void givesOtherRowsForAnotherSeed() {
            assertThat(LegalPersonSamples.of(1, 1, ErrorProfile.clean()).row(1))
                    .isNotEqualTo(
                            LegalPersonSamples.of(2, 1, ErrorProfile.clean()).row(1));
        }

        @Test
        void lendsLicencesToLegalPersonsOfTheSameSeed() {
            Set<String> codes = new HashSet<>();
            LegalPersonSamples.of(5, 50, ErrorProfile.clean())
                    .forEach(row -> codes.add(row.values().getFirst()));
            Samples licences = LicenceSamples.of(5, 300, 50, ErrorProfile.clean());
            int holder = licences.columns().indexOf("czztdm");

            assertThat(licences).extracting(row -> row.values().get(holder)).allMatch(codes::contains);
        }

        @Test
        void tellsOfTheSamePeopleAndFlatsInEveryTableOfASeed() {
            Samples residents = ResidentPopulationSamples.of(5, 90, ErrorProfile.clean());
            Samples addresses = AddressSamples.of(5, 30, ErrorProfile.clean());
            Samples houses = HouseSamples.of(5, 30, ErrorProfile.clean());
            Samples units = RealEstateUnitSamples.of(5, 30, ErrorProfile.clean());

            for (int n = 1; n <= 30; n++) {
                Map<String, String> head = residents.byColumn(residents.row(3 * n - 2));
                Map<String, String> house = houses.byColumn(houses.row(n));
                Map<String, String> unit = units.byColumn(units.row(n));
                assertThat(house.get("房主姓名")).isSubstringOf(head.get("XM"));
                assertThat(house.get("地址编码"))
                        .isEqualTo(head.get("DZBM"))
                        .isEqualTo(addresses.row(n).values().getFirst());
                assertThat(unit.get("房屋ID")).isEqualTo(house.get("房屋ID"));
                assertThat(unit.get("权利人")).isEqualTo(house.get("房主姓名"));
            }
        }

        @Test
        void answersAddressesAsNestedObjects() throws Exception {
            AddressSamples addresses = AddressSamples.of(5, 1, ErrorProfile.clean());
            Map<String, String> row = addresses.byColumn(addresses.row(1));

            JsonNode object = Json.mapper().readTree(addresses.toJson(addresses.row(1)));

            assertThat(object.path("qh").path("dm").asText()).isEqualTo(row.get("qh.dm"));
            assertThat(object.path("zb").path("jd").decimalValue()).isEqualByComparingTo(row.get("zb.jd"));
            assertThat(object.path("dzmc").asText()).isEqualTo(row.get("dzmc"));
        }

        private String digest(Samples samples, Charset charset) throws IOException, NoSuchAlgorithmException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SampleCsv.write(samples, out, charset);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(out.toByteArray()));
        }
    }
}
