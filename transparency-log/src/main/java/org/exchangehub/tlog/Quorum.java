package org.exchangehub.tlog;

import java.util.HashSet;
import java.util.List;
import org.exchangehub.tlog.LogRefused.Reason;

/**
 * How many of which witnesses have to have cosigned a checkpoint before it is trusted.
 *
 * @param witnesses whom one trusts to be independent of the log and of each other
 * @param required how many of them, 0 to all
 */
public record Quorum(List<WitnessKey> witnesses, int required) {

    public Quorum {
        witnesses = List.copyOf(witnesses);
        if (new HashSet<>(witnesses).size() != witnesses.size()) {
            throw LogRefused.expected("Witnesses", "each once", "one of them twice");
        }
        if (required < 0 || required > witnesses.size()) {
            throw LogRefused.expected("Quorum", "0 to " + witnesses.size(), required);
        }
    }

    /**
     * The cosignatures of these witnesses on a checkpoint.
     *
     * @throws LogRefused when fewer than required have cosigned, or one that bears a witness's name is not its own
     */
    public List<Cosignature> verify(String note) {
        SignedNote signed = SignedNote.parse(note);
        List<Cosignature> found = witnesses.stream()
                .flatMap(witness -> witness.on(signed).stream())
                .toList();
        if (found.size() < required) {
            List<String> names = found.stream()
                    .map(cosignature -> cosignature.witness().name())
                    .toList();
            throw LogRefused.because(
                    Reason.FEW_WITNESSES,
                    "Checkpoint, cosignatures by trusted witnesses",
                    "at least " + required + " of " + witnesses.size(),
                    found.size() + (names.isEmpty() ? "" : " (" + String.join(", ", names) + ")"));
        }
        return found;
    }
}
