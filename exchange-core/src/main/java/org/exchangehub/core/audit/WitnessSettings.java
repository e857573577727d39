package org.exchangehub.core.audit;

import java.net.URI;
import org.exchangehub.tlog.WitnessKey;

/**
 * A witness that is asked to cosign the log's checkpoints.
 *
 * @param name what operators and receipts call it; each witness another
 * @param url its submission prefix (C2SP tlog-witness); {@code add-checkpoint} lies below it
 * @param vkey its verifier key, of type 4 (C2SP tlog-cosignature)
 */
record WitnessSettings(String name, URI url, String vkey) {

    WitnessSettings {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("hub.audit.witnesses: each needs a name");
        }
        if (url == null || vkey == null) {
            throw new IllegalArgumentException("hub.audit.witnesses: " + name + " needs a url and a vkey");
        }
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(
                    "hub.audit.witnesses: " + name + ": expected an http or https address, found " + url);
        }
        WitnessKey.parse(vkey);
    }

    WitnessKey key() {
        return WitnessKey.parse(vkey);
    }

    URI addCheckpoint() {
        return URI.create(url.toString().replaceAll("/+$", "") + "/add-checkpoint");
    }
}
