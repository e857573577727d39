package org.exchangehub.schemas.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.schemas.codes.Divisions;
import org.exchangehub.schemas.identifiers.BankCard;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.identifiers.CitizenId.Holder;
import org.exchangehub.schemas.identifiers.LegalEntityIdentifier;
import org.exchangehub.schemas.identifiers.LicenceId;
import org.exchangehub.schemas.identifiers.OrganisationCode;
import org.exchangehub.schemas.identifiers.RealEstateUnitCode;
import org.exchangehub.schemas.identifiers.RegistrationNumber;
import org.exchangehub.schemas.identifiers.SocialCreditCode;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Checks of the national identifiers. A value that is right but for width or case is corrected with a warning. */
final class IdentifierChecks {

    /** Issued in the pilot of GB 32100, lawful and in use, though the 18th character is not the computed one. */
    private static final Set<String> LAWFUL_CODES =
            Set.of("91350211M0000XUF46", "91350100M0001TGQXM", "91350203M0001FUE2P");

    private static final Verdict CITIZEN_FORM = Verdict.error(
            "18位公民身份号码（17位数字加校验码，GB 11643）",
            "a citizen ID of 18 characters, 17 digits and a check character (GB 11643)");
    private static final Verdict CITIZEN_DIVISION =
            Verdict.error("前6位为曾经有效的行政区划代码（GB/T 2260）", "first 6 digits that were ever a division's code (GB/T 2260)");
    private static final Verdict FOREIGNER = Verdict.error(
            "外国人永久居留身份证号码（9、2位省级代码、3位国籍代码）",
            "a permanent residence card's number: 9, a province's 2 digits, a country's 3 digits");
    private static final Verdict PERMIT_HOLDER = Verdict.error(
            "以810000、820000或830000开头的港澳台居民居住证号码",
            "a residence permit's number, beginning with 810000, 820000 or 830000");
    private static final Verdict CITIZEN_BIRTH =
            Verdict.error("第7至14位为不晚于当日的有效日期", "a real day not after today at digits 7 to 14");
    private static final Verdict CODE_FORM = Verdict.error(
            "18位统一社会信用代码（不含I、O、Z、S、V，第3至8位为数字，GB 32100）",
            "a social credit code of 18 characters without I, O, Z, S, V and with digits at 3 to 8 (GB 32100)");
    private static final Verdict CODE_LAWFUL = Verdict.warning(
            "校验码正确的统一社会信用代码；该代码为试点期合法发放",
            "a social credit code with the right check character; this one was lawfully issued in the pilot without it");
    private static final Verdict ORGANISATION_FORM =
            Verdict.error("9位组织机构代码（GB 11714）", "an organisation code of 9 characters (GB 11714)");
    private static final Verdict REGISTRATION_FORM =
            Verdict.error("15位数字的工商注册号（GS 15）", "a registration number of 15 digits (GS 15)");
    private static final Verdict LICENCE_FORM = Verdict.error(
            "电子证照标识（1.2.156.3005.2.类型21位.颁发机构18或6位.流水号.版本3位.校验位，GB/T 36904）",
            "a licence identifier 1.2.156.3005.2.<type 21>.<issuer 18 or 6>.<serial>.<version 3>.<check> (GB/T 36904)");
    private static final Verdict UNIT_FORM = Verdict.error(
            "28位不动产单元代码（12位数字、宗地特征码2位、5位数字、定着物特征码、8位数字，GB/T 37346）",
            "a real-estate unit code of 28 characters: 12 digits, parcel's 2 letters, 5 digits, fixture's letter, 8 digits"
                    + " (GB/T 37346)");
    private static final Verdict UNIT_DIVISION =
            Verdict.error("前6位为曾经有效的行政区划代码（GB/T 2260）", "first 6 digits that were ever a division's code (GB/T 2260)");
    private static final Verdict CARD_FORM =
            Verdict.error("13至19位数字的银行卡号", "a bank card's number of 13 to 19 digits (ISO/IEC 7812)");
    private static final Verdict LEI_FORM = Verdict.error(
            "20位法人机构识别编码（18位字母数字加2位校验码，ISO 17442）",
            "a legal entity identifier of 20 characters, 18 letters or digits and 2 check digits (ISO 17442)");
    private static final Verdict DIVISION =
            Verdict.error("6位行政区划代码（GB/T 2260，含历史代码）", "a division code of 6 digits, now or once in force (GB/T 2260)");

    private IdentifierChecks() {}

    static @Nullable Verdict citizenId(Object value, LocalDate today) {
        String found = (String) value;
        String number = CitizenId.canonical(found);
        return CitizenId.wellFormed(number) ? citizenId(found, number, today) : CITIZEN_FORM;
    }

    static @Nullable Verdict residencePermit(Object value, LocalDate today) {
        String found = (String) value;
        String number = CitizenId.canonical(found);
        boolean permit = CitizenId.wellFormed(number) && CitizenId.holder(number) == Holder.HONG_KONG_MACAO_TAIWAN;
        return permit ? citizenId(found, number, today) : PERMIT_HOLDER;
    }

    private static @Nullable Verdict citizenId(String found, String number, LocalDate today) {
        Verdict origin = CitizenId.holder(number) == Holder.FOREIGNER
                ? foreigner(number)
                : Divisions.everInForce(CitizenId.division(number)) ? null : CITIZEN_DIVISION;
        if (origin != null) {
            return origin;
        }
        LocalDate birth = CitizenId.birthDate(number);
        if (birth == null || birth.isAfter(today)) {
            return CITIZEN_BIRTH;
        }
        if (!CitizenId.checks(number)) {
            return check(CitizenId.checkCharacter(number));
        }
        boolean abolished = CitizenId.holder(number) == Holder.CITIZEN
                && Divisions.abolishedBefore(CitizenId.division(number), birth);
        return abolished ? abolished(found, number) : respelt(found, number);
    }

    private static @Nullable Verdict foreigner(String number) {
        boolean right = Divisions.everInForce(CitizenId.province(number)) && Countries.has(CitizenId.country(number));
        return right ? null : FOREIGNER;
    }

    /** A number is given at birth or later, by a division that is there; the value is kept, in its right spelling. */
    private static Verdict abolished(String found, String number) {
        int division = CitizenId.division(number);
        int ended = Divisions.endYear(division).orElse(0);
        LocalizedText words = new LocalizedText(
                "前6位为出生时仍有效的行政区划代码（" + division + "已于" + ended + "年撤销）",
                "first 6 digits of a division in force at birth (" + division + " ended in " + ended + ")");
        return new Verdict(Severity.WARNING, words, found.equals(number) ? null : number);
    }

    static @Nullable Verdict socialCreditCode(Object value, LocalDate today) {
        String found = (String) value;
        String code = spelt(found);
        if (!SocialCreditCode.wellFormed(code)) {
            return CODE_FORM;
        }
        if (!SocialCreditCode.checks(code)) {
            return LAWFUL_CODES.contains(code) ? CODE_LAWFUL : check(SocialCreditCode.checkCharacter(code));
        }
        return respelt(found, code);
    }

    static @Nullable Verdict organisationCode(Object value, LocalDate today) {
        String found = (String) value;
        String code = spelt(found);
        if (code.length() == OrganisationCode.LENGTH + 1 && code.charAt(8) == '-') {
            code = code.substring(0, 8) + code.charAt(9);
        }
        if (!OrganisationCode.wellFormed(code)) {
            return ORGANISATION_FORM;
        }
        if (!OrganisationCode.checks(code)) {
            return check(OrganisationCode.checkCharacter(code));
        }
        return respelt(found, code);
    }

    static @Nullable Verdict registrationNumber(Object value, LocalDate today) {
        String found = (String) value;
        String number = Characters.halfWidth(found);
        if (!RegistrationNumber.wellFormed(number)) {
            return REGISTRATION_FORM;
        }
        return RegistrationNumber.checks(number)
                ? respelt(found, number)
                : check(RegistrationNumber.checkDigit(number));
    }

    static @Nullable Verdict licenceId(Object value, LocalDate today) {
        String found = (String) value;
        String text = spelt(found);
        Optional<LicenceId> id = LicenceId.parse(text);
        if (id.isEmpty()) {
            return LICENCE_FORM;
        }
        return id.get().checks() ? respelt(found, text) : check(id.get().checkCharacter());
    }

    static @Nullable Verdict realEstateUnit(Object value, LocalDate today) {
        String found = (String) value;
        String code = spelt(found);
        if (!RealEstateUnitCode.wellFormed(code)) {
            return UNIT_FORM;
        }
        return Divisions.everInForce(RealEstateUnitCode.division(code)) ? respelt(found, code) : UNIT_DIVISION;
    }

    /** Spaces between groups of digits, as cards show them, are taken out with a warning. */
    static @Nullable Verdict bankCard(Object value, LocalDate today) {
        String found = (String) value;
        String number = Characters.halfWidth(found);
        if (number.indexOf(' ') >= 0) {
            number = number.replace(" ", "");
        }
        if (!BankCard.wellFormed(number)) {
            return CARD_FORM;
        }
        return BankCard.checks(number) ? respelt(found, number) : check(BankCard.checkDigit(number));
    }

    static @Nullable Verdict legalEntityIdentifier(Object value, LocalDate today) {
        String found = (String) value;
        String code = spelt(found);
        if (!LegalEntityIdentifier.wellFormed(code)) {
            return LEI_FORM;
        }
        if (!LegalEntityIdentifier.checks(code)) {
            String right = LegalEntityIdentifier.checkDigits(code);
            return Verdict.error("校验码 " + right, "check digits " + right);
        }
        return respelt(found, code);
    }

    static @Nullable Verdict division(Object value, LocalDate today) {
        int code = Divisions.code((String) value);
        if (code < 0 || !Divisions.everInForce(code)) {
            return DIVISION;
        }
        if (Divisions.inForce(code)) {
            return null;
        }
        List<String> successors = Divisions.successors(code);
        String now = successors.isEmpty() ? "" : String.join(", ", successors);
        return Verdict.warning(
                "现行行政区划代码" + (now.isEmpty() ? "" : "（已由 " + now + " 取代）"),
                "a division in force" + (now.isEmpty() ? "" : " (succeeded by " + now + ")"));
    }

    private static String spelt(String found) {
        return Characters.upper(Characters.halfWidth(found));
    }

    private static Verdict check(char right) {
        return Verdict.error("校验码 " + right, "check character " + right);
    }

    private static @Nullable Verdict respelt(String found, String right) {
        return found.equals(right)
                ? null
                : Verdict.corrected(right, "规范写法（半角、大写、不含空格，身份号码18位），已更正", "the standard spelling; it was corrected");
    }
}
