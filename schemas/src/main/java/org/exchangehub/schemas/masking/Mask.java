package org.exchangehub.schemas.masking;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.exchangehub.schemas.value.FieldType;
import org.exchangehub.schemas.value.FieldType.Kind;
import org.exchangehub.schemas.value.LocalizedText;

/**
 * How a value is shown to someone who may not see it in clear ({@code hub.mask}). What each keeps is common practice in deployed
 * systems. A value that has not the form a mask is made for is hidden altogether ({@link #HIDDEN}), so a mask never shows more
 * than it promises, and how long a hidden value is stays hidden with it. Empty text stays empty.
 */
public enum Mask {
    /**
     * The surname's characters, a star for each further one but at most three (李**, 欧阳*); of a name in parts or in letters
     * (买买提·艾力, John Smith) the first character of the first part and three stars; of a single character nothing.
     */
    NAME("name", "姓名", "name of a person", Suits.TEXT),
    /**
     * The name of a holder whose unified social credit code stands in another field of the record, named as argument: as it is
     * where the code is of an enterprise or organisation, as {@link #NAME} where it is of a sole trader (92…), missing or wrong.
     */
    HOLDER_NAME("holderName", "主体名称", "name of a business", Suits.TEXT),
    /** The first 6 and the last 4 characters of 18, or the last 3 of an old number of 15: the birth date is always hidden. */
    CITIZEN_ID("citizenId", "身份证号", "citizen id", Suits.TEXT),
    /** The first and the last character only, for lists. */
    CITIZEN_ID_LIST("citizenIdList", "身份证号（列表）", "citizen id in a list", Suits.TEXT),
    /** Mobile: the first 3 and the last 4 digits; landline: the area code and the last 2. */
    PHONE("phone", "电话", "telephone", Suits.TEXT),
    /** The first character, two stars, and the domain. */
    EMAIL("email", "电子邮箱", "e-mail", Suits.TEXT),
    /** The division by the names of GB/T 2260 and the street, town or township (街道, 镇, 乡) right behind it. */
    ADDRESS("address", "地址", "address", Suits.TEXT),
    /** The first 6 and the last 4 of 13 to 19 digits that pass the check of Luhn. */
    BANK_CARD("bankCard", "银行卡号", "bank card", Suits.TEXT),
    /** The first 2 and the last 2 characters: 京A***45. */
    PLATE("plate", "车牌号", "number plate", Suits.TEXT),
    /** The first 8 and the last 2 characters. Codes of companies are public; this is for where one tells of a person. */
    USCC("uscc", "统一社会信用代码", "unified social credit code", Suits.TEXT),
    /** Of a day or an instant (UTC) the year. */
    YEAR("year", "年份", "year", Suits.DAYS),
    /**
     * The band a number lies in, {@code from..to} with {@code from ≤ number < to}, in the unit of the field; the edges are 0 and
     * 1 and 5 times the powers of ten from 1 to 1 000 000 000 000. Negative numbers are all {@code ..0}.
     */
    AMOUNT_BAND("amountBand", "数值区间", "band of an amount", Suits.NUMBERS),
    /**
     * A stable token instead of an identifier ({@link Tokenizer}): the same one for the same identifier to the same recipient,
     * another one to every other recipient. Without a recipient it hides.
     */
    TOKEN("token", "接收方专用代号", "token of the recipient", Suits.IDENTIFIERS),
    /** Four stars, whatever the value is. */
    FULL("full", "全部隐藏", "all hidden", Suits.ALL),
    /** Nothing: not even whether there is a value. */
    DROP("drop", "不提供", "left out", Suits.ALL);

    /** What stands for a value of which nothing is shown. */
    public static final String HIDDEN = "****";

    /** Masks of identifiers that show enough to tell one from the other, so that a token tells no more. */
    private static final Set<Mask> TELLING = EnumSet.of(CITIZEN_ID, PHONE, EMAIL, BANK_CARD, PLATE, USCC);

    private final String word;
    private final String zh;
    private final String en;
    private final Suits suits;

    Mask(String word, String zh, String en, Suits suits) {
        this.word = word;
        this.zh = zh;
        this.en = en;
        this.suits = suits;
    }

    /** The types masks are made for. */
    private enum Suits {
        TEXT,
        DAYS,
        NUMBERS,
        IDENTIFIERS,
        ALL;

        boolean include(Kind kind) {
            return switch (kind) {
                case STRING -> this != NUMBERS;
                case LONG, INTEGER -> this == NUMBERS || this == IDENTIFIERS || this == ALL;
                case DOUBLE, DECIMAL -> this == NUMBERS || this == ALL;
                case DATE, TIMESTAMP -> this == DAYS || this == ALL;
                case BOOLEAN, BYTES, JSON -> this == ALL;
            };
        }
    }

    /** The mask of that name, as used in {@code hub.mask}. */
    public static Optional<Mask> named(String word) {
        return Stream.of(values()).filter(mask -> mask.word.equals(word)).findFirst();
    }

    /** All names, as used in {@code hub.mask}. */
    public static List<String> words() {
        return Stream.of(values()).map(Mask::word).sorted().toList();
    }

    /** The masks a field of that type can have. */
    public static List<Mask> suiting(FieldType type) {
        return Arrays.stream(values()).filter(mask -> mask.suits(type)).toList();
    }

    /** Its name in {@code hub.mask} and in the terms of a grant. */
    public String word() {
        return word;
    }

    public LocalizedText title() {
        return new LocalizedText(zh, en);
    }

    public boolean suits(FieldType type) {
        return suits.include(type.kind());
    }

    /** Whether it needs another field of the record, named as its argument. */
    boolean withField() {
        return this == HOLDER_NAME;
    }

    /**
     * Whether it shows nothing the other would not show: itself always; {@code drop} instead of any, {@code full} instead of any
     * but {@code drop}; {@code citizenIdList} instead of {@code citizenId}; {@code name} instead of {@code holderName};
     * {@code token} instead of a mask of an identifier that lets single values be told apart anyway. All else cannot be compared.
     */
    public boolean asStrictAs(Mask other) {
        return switch (this) {
            case DROP -> true;
            case FULL -> other != DROP;
            case TOKEN -> other == TOKEN || TELLING.contains(other);
            case CITIZEN_ID_LIST -> other == CITIZEN_ID_LIST || other == CITIZEN_ID;
            case NAME -> other == NAME || other == HOLDER_NAME;
            case HOLDER_NAME, CITIZEN_ID, PHONE, EMAIL, ADDRESS, BANK_CARD, PLATE, USCC, YEAR, AMOUNT_BAND ->
                other == this;
        };
    }

    /** The masked value as a text, for readers without a token of their own; empty text stays empty. */
    public String apply(Object value) {
        return value instanceof String text && text.isEmpty() ? text : masked(value);
    }

    private String masked(Object value) {
        String text = Masks.written(value);
        return switch (this) {
            case NAME, HOLDER_NAME -> NameMask.apply(text);
            case CITIZEN_ID -> Masks.citizenId(text);
            case CITIZEN_ID_LIST -> Masks.citizenIdList(text);
            case PHONE -> PhoneMask.apply(text);
            case EMAIL -> Masks.email(text);
            case ADDRESS -> AddressMask.apply(text);
            case BANK_CARD -> Masks.bankCard(text);
            case PLATE -> Masks.plate(text);
            case USCC -> Masks.socialCreditCode(text);
            case YEAR -> Masks.year(text);
            case AMOUNT_BAND -> AmountBands.of(value);
            case TOKEN, FULL, DROP -> HIDDEN;
        };
    }
}
