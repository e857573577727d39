package org.exchangehub.journeys.tampering;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.exchangehub.journeys.tampering.Lie.Kind;
import org.exchangehub.tlog.Checkpoint;
import org.exchangehub.tlog.CosignatureSigner;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.MemoryLog;
import org.exchangehub.tlog.NoteSigner;
import org.exchangehub.tlog.SignedNote;
import org.exchangehub.tlog.TlogProof;
import org.exchangehub.tlog.WitnessKey;

/** Lies in what is signed: receipts, cosignatures, and checkpoints under another key. */
final class ForgedPapers {

    private final TrueLog log;
    private final Random random;
    private final List<Long> given;
    private final SignedNote note;

    ForgedPapers(TrueLog log, Random random) {
        this.log = log;
        this.random = random;
        this.given = log.receipts().keySet().stream().sorted().toList();
        this.note = SignedNote.parse(log.checkpoint());
    }

    long anyReceipt() {
        return given.get(random.nextInt(given.size()));
    }

    Lie honest(long index, int quorum) {
        return alone("the truth", receiptOf(index), entry(index), quorum);
    }

    /** A receipt shown alone, of which something is not as it was given. */
    Lie receipt() {
        long index = anyReceipt();
        TlogProof honest = receiptOf(index);
        List<Hash> hashes = new ArrayList<>(honest.hashes());
        byte[] entry = entry(index);
        return switch (random.nextInt(8)) {
            case 0 -> {
                byte[] other = entry.clone();
                other[random.nextInt(other.length)] ^= (byte) (1 + random.nextInt(255));
                yield alone("another entry", honest, other);
            }
            case 1 -> {
                long other = (index + 1 + random.nextInt(log.entries().size() - 1))
                        % log.entries().size();
                yield alone("another index", new TlogProof(other, hashes, honest.checkpoint()), entry);
            }
            case 2 -> {
                int at = random.nextInt(hashes.size());
                hashes.set(at, Hash.ofLeaf(hashes.get(at).bytes()));
                yield alone("another hash", new TlogProof(index, hashes, honest.checkpoint()), entry);
            }
            case 3 -> {
                hashes.remove(random.nextInt(hashes.size()));
                yield alone("a hash less", new TlogProof(index, hashes, honest.checkpoint()), entry);
            }
            case 4 -> {
                hashes.add(random.nextInt(hashes.size() + 1), Hash.ofLeaf(entry));
                yield alone("a hash more", new TlogProof(index, hashes, honest.checkpoint()), entry);
            }
            case 5 -> {
                long beyond = Checkpoint.unverified(honest.checkpoint()).size() + random.nextInt(1000);
                yield alone("an index beyond the log", new TlogProof(beyond, hashes, honest.checkpoint()), entry);
            }
            case 6 -> {
                Collections.swap(hashes, 0, hashes.size() - 1);
                yield alone("hashes swapped", new TlogProof(index, hashes, honest.checkpoint()), entry);
            }
            default -> invented(index);
        };
    }

    /** An entry that never was, proved in a tree of its own that the operator signs: only witnesses can tell. */
    private Lie invented(long index) {
        byte[] entry = ("{\"kind\":\"INVENTED\",\"n\":" + random.nextLong() + "}").getBytes(StandardCharsets.UTF_8);
        List<byte[]> entries = new ArrayList<>(log.entries());
        entries.set((int) index, entry);
        MemoryLog other = MemoryLog.of(entries);
        String signed = log.operator()
                .sign(new Checkpoint(
                                log.key().name(), other.size(), other.proofs().root(other.size()))
                        .text())
                .encode();
        List<Hash> proof = other.proofs().inclusion(index, other.size());
        String shown = random.nextBoolean() ? signed : withOldCosignatures(signed);
        return alone(
                "an entry that never was",
                new TlogProof(index, proof, shown),
                entry,
                log.witnesses().size());
    }

    private static Lie alone(String how, TlogProof receipt, byte[] entry) {
        return alone(how, receipt, entry, 0);
    }

    private static Lie alone(String how, TlogProof receipt, byte[] entry, int quorum) {
        return new Lie(Kind.FORGED_RECEIPT, how, Map.of(), null, receipt.encode(), entry, quorum);
    }

    private TlogProof receiptOf(long index) {
        return TlogProof.parse(Objects.requireNonNull(log.receipts().get(index)));
    }

    private byte[] entry(long index) {
        return log.entries().get((int) index);
    }

    /** A checkpoint under cosignatures that were made of the true one. */
    String withOldCosignatures(String signed) {
        List<SignedNote.Signature> old = note.signatures().stream()
                .filter(each -> each.keyId() != log.key().id())
                .toList();
        return SignedNote.parse(signed).with(old).encode();
    }

    /** The true log under a checkpoint whose cosignatures are not what they seem. */
    Lie cosignature(Map<String, byte[]> files) {
        WitnessKey robbed = log.witnesses().get(random.nextInt(log.witnesses().size()));
        List<SignedNote.Signature> signatures = new ArrayList<>(note.signatures());
        int at = signatures.indexOf(signatures.stream()
                .filter(each -> each.keyId() == robbed.id())
                .findFirst()
                .orElseThrow());
        SignedNote.Signature honest = signatures.get(at);
        String how =
                switch (random.nextInt(6)) {
                    case 0 -> {
                        signatures.remove(at);
                        yield "taken away";
                    }
                    case 1 -> {
                        signatures.set(at, stranger(robbed).sign(note.text(), Instant.now()));
                        yield "by another key of the same name";
                    }
                    case 2 -> {
                        SignedNote.Signature forged = stranger(robbed).sign(note.text(), Instant.now());
                        signatures.set(at, new SignedNote.Signature(robbed.name(), robbed.id(), forged.signature()));
                        yield "by another key under the true id";
                    }
                    case 3 -> {
                        signatures.set(at, changed(honest, random.nextInt(8)));
                        yield "at another time";
                    }
                    case 4 -> {
                        signatures.set(at, changed(honest, 8 + random.nextInt(64)));
                        yield "damaged";
                    }
                    default -> {
                        SignedNote.Signature other = signatures.get(at == 1 ? 2 : 1);
                        signatures.set(at, new SignedNote.Signature(robbed.name(), robbed.id(), other.signature()));
                        yield "of another witness";
                    }
                };
        Map<String, byte[]> shown = new TreeMap<>(files);
        shown.put("checkpoint", new SignedNote(note.text(), signatures).encode().getBytes(StandardCharsets.UTF_8));
        return new Lie(
                Kind.FORGED_COSIGNATURE,
                how,
                shown,
                null,
                null,
                null,
                log.witnesses().size());
    }

    private SignedNote.Signature changed(SignedNote.Signature signature, int at) {
        byte[] bytes = Base64.getDecoder().decode(signature.signature());
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return new SignedNote.Signature(
                signature.name(), signature.keyId(), Base64.getEncoder().encodeToString(bytes));
    }

    private static CosignatureSigner stranger(WitnessKey robbed) {
        try {
            return CosignatureSigner.of(
                    robbed.name(),
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The whole log as another key signs it, under the log's name; sometimes with the true key's id before it. */
    Lie keySwap(Map<String, byte[]> files) {
        try {
            NoteSigner other = NoteSigner.of(
                    log.key().name(),
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
            SignedNote.Signature forged = other.sign(note.text()).signatures().getFirst();
            boolean disguised = random.nextBoolean();
            int id = disguised ? log.key().id() : forged.keyId();
            List<SignedNote.Signature> signatures = new ArrayList<>(note.signatures());
            signatures.removeIf(each -> each.keyId() == log.key().id());
            signatures.addFirst(new SignedNote.Signature(forged.name(), id, forged.signature()));
            Map<String, byte[]> shown = new TreeMap<>(files);
            String signed = new SignedNote(note.text(), signatures).encode();
            shown.put("checkpoint", signed.getBytes(StandardCharsets.UTF_8));
            String how = disguised ? "under the true key's id" : "under its own id";
            return new Lie(Kind.KEY_SWAP, how, shown, null, null, null, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
