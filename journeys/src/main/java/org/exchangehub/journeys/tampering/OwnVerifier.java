package org.exchangehub.journeys.tampering;

import java.io.IOException;
import java.util.Optional;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.Quorum;
import org.exchangehub.tlog.TlogProof;

/** The shipped verifier, called as {@code ./hub audit verify} calls it. */
public final class OwnVerifier implements Judge {

    @Override
    public String name() {
        return "shipped";
    }

    @Override
    public Judgement judge(Lie shown, TrueLog known) throws IOException {
        try {
            Quorum quorum = new Quorum(known.witnesses(), shown.quorum());
            if (shown.alone()) {
                alone(shown, known, quorum);
            } else {
                log(shown, known, quorum);
            }
            return new Judgement.Accepted();
        } catch (LogRefused refused) {
            return new Judgement.Refused(refused.reason().name());
        } catch (RuntimeException broken) {
            return new Judgement.Broke(broken.toString());
        }
    }

    private static void alone(Lie shown, TrueLog known, Quorum quorum) {
        TlogProof proof = TlogProof.parse(String.valueOf(shown.receipt()));
        byte[] entry = shown.entry();
        proof.verify(known.key(), entry == null ? new byte[0] : entry);
        quorum.verify(proof.checkpoint());
    }

    private static void log(Lie shown, TrueLog known, Quorum quorum) throws IOException {
        LogVerifier verifier = new LogVerifier(
                known.key(), path -> Optional.ofNullable(shown.files().get(path)));
        verifier.verify();
        quorum.verify(verifier.note());
        String receipt = shown.receipt();
        if (receipt != null) {
            verifier.verifyReceipt(receipt);
        }
        String earlier = shown.earlier();
        if (earlier != null) {
            verifier.verifyEarlier(earlier);
        }
    }
}
