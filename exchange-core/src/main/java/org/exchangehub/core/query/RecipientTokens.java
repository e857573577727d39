package org.exchangehub.core.query;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Function;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.schemas.masking.DataElement;
import org.exchangehub.schemas.masking.TokenSecret;
import org.exchangehub.schemas.masking.Tokenizer;
import org.springframework.stereotype.Component;

/**
 * The tokens readers get in place of identifiers. A recipient is an application in its department, so that it can join what its
 * grants give it and cannot join with what others were given; persons who look at their own department's data are, with the client
 * they come by, recipients too.
 */
@Component
class RecipientTokens {

    private final int epoch;
    private final TokenSecret secret;

    /** Stops the start when the secret is missing or too short. */
    RecipientTokens(TokenSettings settings) {
        this.epoch = settings.epoch();
        try {
            this.secret = TokenSecret.ofText(settings.epoch(), Files.readString(settings.secretFile()));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "hub.tokens.secret-file must name a file with at least " + TokenSecret.LEAST_BYTES
                            + " random bytes in base 64 for URLs; found " + settings.secretFile() + ": "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    /** Counts the secrets: tokens of different epochs do not match. */
    int epoch() {
        return epoch;
    }

    /** By data element, the tokens of who asks. */
    Function<DataElement, Tokenizer> of(Caller caller) {
        String recipient = caller.department() + "/" + caller.client();
        return element -> secret.tokens(recipient, element);
    }
}
