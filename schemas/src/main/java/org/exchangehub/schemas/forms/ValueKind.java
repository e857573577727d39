package org.exchangehub.schemas.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exchangehub.schemas.codes.Divisions;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.identifiers.CitizenId;
import org.exchangehub.schemas.identifiers.SocialCreditCode;

/** What a single value looks like, to tell exchanged columns apart. Kinds exclude each other as far as the words do. */
public enum ValueKind {
    /** 18 or 15 characters of GB 11643, the check character right. */
    CITIZEN_ID {
        @Override
        public boolean fits(String text) {
            String id = CitizenId.canonical(text.strip());
            return CitizenId.wellFormed(id) && CitizenId.checks(id) && CitizenId.birthDate(id) != null;
        }
    },
    /** Well-formed code of GB 32100; a few lawful ones fail the check character, so it is not asked for. */
    USCC {
        @Override
        public boolean fits(String text) {
            String code = Characters.upper(Characters.halfWidth(text.strip()));
            return SocialCreditCode.wellFormed(code) && !CITIZEN_ID.fits(text);
        }
    },
    DIVISION {
        @Override
        public boolean fits(String text) {
            return Divisions.everInForce(Divisions.code(Characters.halfWidth(text.strip())));
        }
    },
    PHONE {
        @Override
        public boolean fits(String text) {
            return !PhoneNumbers.in(text).isEmpty() && !CITIZEN_ID.fits(text);
        }
    },
    DATE {
        @Override
        public boolean fits(String text) {
            return DayForms.any(text);
        }
    },
    NUMBER {
        @Override
        public boolean fits(String text) {
            return Amounts.read(text, Amounts.units()) instanceof Amounts.Amount.Value;
        }
    },
    /** A Chinese address: a road, a number, a division or a community, and not the name of an organisation. */
    ADDRESS {
        @Override
        public boolean fits(String text) {
            return Wordings.address(text.strip());
        }
    },
    /** Ends as names of organisations do: 公司, 局, 店, 中心 … */
    ORGANISATION_NAME {
        @Override
        public boolean fits(String text) {
            return Wordings.organisation(text.strip());
        }
    },
    /** Two to four Chinese characters with a family name in front, or a name with a middle dot. */
    PERSON_NAME {
        @Override
        public boolean fits(String text) {
            return Wordings.person(text.strip());
        }
    };

    public abstract boolean fits(String text);

    /** Its name in a mapping, e.g. {@code organisation-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ValueKind::word).toList();
    }

    public static Optional<ValueKind> named(String word) {
        for (ValueKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
