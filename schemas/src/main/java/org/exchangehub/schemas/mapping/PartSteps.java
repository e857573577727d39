package org.exchangehub.schemas.mapping;

import java.util.List;
import java.util.Optional;
import org.exchangehub.schemas.forms.AddressChain;
import org.exchangehub.schemas.forms.AddressElement;
import org.exchangehub.schemas.forms.PhoneNumbers;
import org.exchangehub.schemas.forms.PhoneNumbers.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Steps that take one part out of a text. */
final class PartSteps {

    private PartSteps() {}

    /** The nth telephone number, of one kind or of any; a text in which there is no number at all stays. */
    static Transform phone(Argument argument) {
        argument.only("at", "kind");
        int at = argument.has("at") ? argument.at("at").whole("a whole number from 0 on") : 0;
        if (at < 0) {
            argument.at("at").refuse("a whole number from 0 on");
        }
        PhoneNumbers.Kind kind = argument.has("kind") ? kind(argument.at("kind")) : null;
        return Transform.ofText(text -> number(text, Math.max(at, 0), kind));
    }

    private static PhoneNumbers.@Nullable Kind kind(Argument argument) {
        Optional<PhoneNumbers.Kind> kind = PhoneNumbers.Kind.named(argument.text("mobile, landline or service"));
        if (kind.isEmpty()) {
            argument.refuse("mobile, landline or service");
        }
        return kind.orElse(null);
    }

    private static @Nullable String number(String text, int at, PhoneNumbers.@Nullable Kind kind) {
        List<PhoneNumber> all = PhoneNumbers.in(text);
        if (all.isEmpty()) {
            return text;
        }
        List<PhoneNumber> wanted = all.stream()
                .filter(number -> kind == null || number.kind() == kind)
                .toList();
        return at < wanted.size() ? wanted.get(at).text() : null;
    }

    /** One step of an address, or several in a row; nothing where the address has none of them. */
    static Transform address(Argument argument) {
        List<AddressElement> elements = argument.texts("steps of an address such as road").stream()
                .map(word -> element(argument, word))
                .flatMap(Optional::stream)
                .toList();
        return Transform.ofText(text -> {
            AddressChain chain = AddressChain.of(text);
            StringBuilder parts = new StringBuilder();
            elements.forEach(element -> chain.part(element).ifPresent(parts::append));
            return parts.isEmpty() ? null : parts.toString();
        });
    }

    private static Optional<AddressElement> element(Argument argument, String word) {
        Optional<AddressElement> element = AddressElement.named(word);
        if (element.isEmpty()) {
            argument.refusals().add(argument.path(), "one of " + AddressElement.words(), word);
        }
        return element;
    }
}
