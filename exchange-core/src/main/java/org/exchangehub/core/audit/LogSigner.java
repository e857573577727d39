package org.exchangehub.core.audit;

import java.io.IOException;
import org.exchangehub.tlog.NoteKey;
import org.exchangehub.tlog.NoteSigner;
import org.springframework.stereotype.Component;

/** Signs with the log's Ed25519 key, as C2SP signed notes. */
@Component
public class LogSigner {

    private final NoteSigner signer;

    LogSigner(AuditSettings settings) throws IOException {
        this.signer = NoteSigner.fromPem(settings.origin(), settings.signingKeyFile());
    }

    /** The note: the text, an empty line and the signature line; the text must end with a newline. */
    public String sign(String noteText) {
        return signer.sign(noteText).encode();
    }

    NoteKey key() {
        return signer.key();
    }
}
