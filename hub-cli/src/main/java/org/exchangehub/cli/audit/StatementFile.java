package org.exchangehub.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.exchangehub.engines.Explained;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.Statement;

/**
 * Reads the part of a statement that can be verified: {@code {"checkpoint": note, "entries": [{"index": number, "entry":
 * base64, "proof": [base64 hash, …]}, …]}}. Everything else in it is for people and proves nothing.
 */
final class StatementFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StatementFile() {}

    static Statement read(Path file) throws IOException {
        JsonNode statement = JSON.readTree(file.toFile());
        try {
            List<Statement.Entry> entries = new ArrayList<>();
            for (JsonNode entry : statement.required("entries")) {
                List<Hash> proof = new ArrayList<>();
                entry.required("proof").forEach(hash -> proof.add(Hash.ofBase64(hash.textValue())));
                byte[] bytes =
                        Base64.getDecoder().decode(entry.required("entry").textValue());
                entries.add(new Statement.Entry(entry.required("index").longValue(), bytes, proof));
            }
            return new Statement(statement.required("checkpoint").textValue(), entries);
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw new Explained(
                    file + " is no statement: expected checkpoint and entries with index, entry and proof, found "
                            + malformed.getMessage(),
                    malformed);
        }
    }
}
