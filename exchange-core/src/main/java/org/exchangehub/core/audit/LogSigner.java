package org.exchangehub.core.audit;

import org.springframework.stereotype.Component;

/** Signs with the log's Ed25519 key, as C2SP signed notes. */
@Component
public class LogSigner {

    LogSigner() {}

    /** The note: the text, an empty line and the signature line; the text must end with a newline. */
    public String sign(String noteText) {
        throw new UnsupportedOperationException(noteText);
    }
}
