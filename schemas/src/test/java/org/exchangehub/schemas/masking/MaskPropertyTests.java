package org.exchangehub.schemas.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.exchangehub.schemas.identifiers.BankCard;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every value, right or wrong, seen on random ones that come close to the forms masks are made for. */
class MaskPropertyTests {

    private static final int ROUNDS = 4_000;

    /** The most characters of a value that each mask shows; the address and the domain of an e-mail are looked at on their own. */
    private static final Map<Mask, Integer> MOST_SHOWN = new EnumMap<>(Map.ofEntries(
            Map.entry(Mask.NAME, 2),
            Map.entry(Mask.HOLDER_NAME, 2),
            Map.entry(Mask.CITIZEN_ID, 10),
            Map.entry(Mask.CITIZEN_ID_LIST, 2),
            Map.entry(Mask.PHONE, 7),
            Map.entry(Mask.BANK_CARD, 10),
            Map.entry(Mask.PLATE, 4),
            Map.entry(Mask.USCC, 10),
            Map.entry(Mask.YEAR, 4),
            Map.entry(Mask.TOKEN, 0),
            Map.entry(Mask.FULL, 0),
            Map.entry(Mask.DROP, 0)));

    private static final List<String> PIECES = List.of(
            "张",
            "欧阳",
            "三",
            "𠮷",
            "𡃁",
            "·",
            " ",
            "-",
            "@",
            ".",
            "a",
            "X",
            "皖",
            "B",
            "1",
            "9",
            "138",
            "0553",
            "2021",
            "-03-05",
            "11010519491231002X",
            "安徽省",
            "芜湖市",
            "镜湖区",
            "赭山街道",
            "路",
            "号",
            "镇",
            "\uD842",
            "\uDFB7",
            "\u200B",
            "１",
            "４１１１",
            "\0",
            "*",
            "92",
            "example.cn");

    private Random random = new Random(0);

    @BeforeEach
    void begin() {
        random = new Random(20_261_123);
    }

    private String noise() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private String digits(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    private String nearly(String right) {
        int at = random.nextInt(right.length());
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(4)) {
            case 0 -> right.substring(0, at) + right.substring(at + 1);
            case 1 -> right.substring(0, at) + piece + right.substring(at);
            case 2 -> right.substring(0, at) + piece + right.substring(at + 1);
            default -> right;
        };
    }

    /** Right values, nearly right ones, and noise. */
    private Stream<String> values() {
        List<Supplier<String>> kinds = List.of(
                this::noise,
                () -> digits(1 + random.nextInt(20)),
                () -> nearly(digits(17) + "X"),
                () -> nearly("1" + digits(10)),
                () -> nearly("0553-" + digits(7)),
                () -> nearly("皖B" + digits(5)),
                () -> nearly("a" + noise() + "@example.cn"),
                () -> nearly("安徽省芜湖市镜湖区" + noise()));
        return Stream.generate(() -> kinds.get(random.nextInt(kinds.size())).get())
                .limit(ROUNDS);
    }

    @ParameterizedTest
    @EnumSource
    void noMaskShowsMoreCharactersThanItSays(Mask mask) {
        Integer most = MOST_SHOWN.get(mask);
        values().filter(value -> !value.isEmpty()).forEach(value -> {
            String shown = mask.apply(value);
            if (most != null) {
                assertThat(shown.codePoints().filter(c -> c != '*' && c != '-').count())
                        .as("%s of %s: %s", mask, value, shown)
                        .isLessThanOrEqualTo(most);
            }
            assertThat(shown).as("of %s", value).isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsHiddenHasNoLength(Mask mask) {
        Set<Mask> byForm =
                EnumSet.complementOf(EnumSet.of(Mask.NAME, Mask.HOLDER_NAME, Mask.ADDRESS, Mask.AMOUNT_BAND));
        values().map(mask::apply)
                .filter(shown -> shown.matches("\\*+"))
                .forEach(shown -> assertThat(shown)
                        .hasSizeBetween(1, 4)
                        .satisfies(stars -> assertThat(stars.length() == 4 || !byForm.contains(mask))
                                .isTrue()));
    }

    @ParameterizedTest
    @EnumSource
    void charactersOfTwoUnitsAreNeverSplit(Mask mask) {
        values().filter(MaskPropertyTests::whole)
                .forEach(value -> assertThat(whole(mask.apply(value)))
                        .as("%s of %s", mask, value)
                        .isTrue());
    }

    private static boolean whole(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"NAME", "HOLDER_NAME", "ADDRESS", "TOKEN", "FULL", "DROP"})
    void maskedTwiceIsMaskedOnce(Mask mask) {
        values().forEach(value -> {
            String once = mask.apply(value);
            assertThat(mask.apply(once)).as("of %s", value).isEqualTo(once);
        });
    }

    @Test
    void whatIsMaskedTwiceByAMaskOfFormIsHidden() {
        for (Mask mask : List.of(Mask.CITIZEN_ID, Mask.CITIZEN_ID_LIST, Mask.PHONE, Mask.BANK_CARD, Mask.USCC)) {
            values().forEach(value -> assertThat(mask.apply(mask.apply(value))).isIn("", Mask.HIDDEN));
        }
    }

    @Test
    void theBirthDateIsNeverShown() {
        for (int i = 0; i < ROUNDS; i++) {
            String first17 = digits(6) + (1900 + random.nextInt(120)) + "0" + (1 + random.nextInt(9)) + digits(5);
            String id = first17 + CitizenId.checkCharacter(first17);
            for (Mask mask : List.of(Mask.CITIZEN_ID, Mask.CITIZEN_ID_LIST)) {
                assertThat(mask.apply(id))
                        .hasSize(18)
                        .matches(".*\\*{8}.*")
                        .satisfies(shown -> assertThat(shown.substring(6, 14)).isEqualTo("********"));
            }
        }
    }

    @Test
    void ofAnAddressOnlyDivisionsAndWhatCanBeATownshipAreShown() {
        values().map(value -> "安徽省芜湖市镜湖区" + value).forEach(value -> {
            String shown = Mask.ADDRESS.apply(value);
            assertThat(shown).endsWith("****").startsWith("安徽省芜湖市");
            String rest = shown.substring(6, shown.length() - 4).replaceFirst("^镜湖区", "");
            assertThat(rest).as("of %s", value).matches("|[\\p{IsHan}]{0,6}(街道办事处|街道|苏木|镇|乡)");
        });
    }

    @Test
    void aCardIsShownOnlyWhenItsCheckDigitIsRight() {
        for (int i = 0; i < ROUNDS; i++) {
            String number = digits(13 + random.nextInt(7));
            boolean shown = !Mask.BANK_CARD.apply(number).equals(Mask.HIDDEN);
            assertThat(shown).isEqualTo(BankCard.checks(number));
        }
    }
}
