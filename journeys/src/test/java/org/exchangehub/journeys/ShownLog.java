package org.exchangehub.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.journeys.tampering.Lie;
import org.exchangehub.journeys.tampering.TrueLog;
import org.exchangehub.tlog.LogVerifier;
import org.exchangehub.tlog.NoteSigner;
import org.exchangehub.tlog.TileSource;
import org.exchangehub.tlog.TlogProof;

/**
 * The running hub's log as an outsider exports it, and a receipt its receiver fetched, to be shown to verifiers.
 *
 * @param log all that is published, with the receipt
 * @param receiptAlone the receipt and its entry
 * @param known the key
 */
record ShownLog(Lie log, Lie receiptAlone, TrueLog known) {

    static final Path DRIVERS = Path.of("../transparency-log/src/test/resources/outside");

    /** @param evidence origin and index that came with an answer to the licensing application */
    static ShownLog of(RunningHub hub, String evidence) throws IOException {
        String index = evidence.substring(evidence.lastIndexOf('/') + 1);
        Actor receiver = hub.cast.application("app-licensing");
        String receipt = hub.api
                .get(receiver, "/api/v1/audit/entries/" + index + "/receipt")
                .expect(200)
                .body()
                .asText();
        Path secrets = hub.stack.state().secrets().resolve("audit");
        String vkey = Files.readString(secrets.resolve("log.vkey")).strip();
        NoteSigner operator = NoteSigner.fromPem(vkey.substring(0, vkey.indexOf('+')), secrets.resolve("log.key.pem"));
        Map<String, byte[]> files = new HashMap<>();
        LogVerifier export = new LogVerifier(
                operator.key(), kept(new ServedLog(hub.endpoints.hub(), hub.cast.person("audit-admin")), files));
        export.verify();
        byte[] entry = export.entry(Long.parseLong(index));
        TrueLog known = new TrueLog(List.of(), export.note(), "", List.of(), Map.of(), operator, List.of());
        return new ShownLog(
                new Lie(Lie.Kind.EDIT, "the truth", files, null, receipt, null, 0),
                new Lie(
                        Lie.Kind.FORGED_RECEIPT,
                        "the truth",
                        Map.of(),
                        null,
                        receipt,
                        TlogProof.parse(receipt).extraBytes().orElse(entry),
                        0),
                known);
    }

    private static TileSource kept(TileSource served, Map<String, byte[]> files) {
        return path -> {
            Optional<byte[]> content = served.read(path);
            content.ifPresent(bytes -> files.put(path, bytes));
            return content;
        };
    }
}
