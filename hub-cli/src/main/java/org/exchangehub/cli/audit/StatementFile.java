package org.exchangehub.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.exchangehub.engines.Explained;
import org.exchangehub.tlog.Hash;
import org.exchangehub.tlog.LogRefused;
import org.exchangehub.tlog.Statement;

/**
 * Reads the part of a statement that can be verified: {@code {"checkpoint": note, "entries": [{"index": number, "entry":
 * base64, "proof": [base64 hash, …]}, …]}}, and beside it {@code tokens}, one of which an entry holds that is said to be found as
 * {@code NAMED}. Everything else in it is for people and proves nothing.
 */
final class StatementFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StatementFile() {}

    static Statement read(Path file) throws IOException {
        JsonNode statement = JSON.readTree(file.toFile());
        try {
            List<Statement.Entry> entries = new ArrayList<>();
            Set<String> tokens = new HashSet<>();
            statement.path("tokens").forEach(token -> tokens.add(token.textValue()));
            for (JsonNode entry : statement.required("entries")) {
                List<Hash> proof = new ArrayList<>();
                entry.required("proof").forEach(hash -> proof.add(Hash.ofBase64(hash.textValue())));
                byte[] bytes =
                        Base64.getDecoder().decode(entry.required("entry").textValue());
                long index = entry.required("index").longValue();
                if (entry.path("found").asText().equals("NAMED")) {
                    requireNamed(index, leaf(bytes), tokens);
                }
                entries.add(new Statement.Entry(index, bytes, proof));
            }
            return new Statement(statement.required("checkpoint").textValue(), entries);
        } catch (IllegalArgumentException | NullPointerException malformed) {
            throw new Explained(
                    file + " is no statement: expected checkpoint and entries with index, entry and proof, found "
                            + malformed.getMessage(),
                    malformed);
        }
    }

    private static JsonNode leaf(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException none) {
            return MissingNode.getInstance();
        }
    }

    /** Refuses an entry that is in the log, perhaps, and of somebody else. */
    private static void requireNamed(long index, JsonNode leaf, Set<String> tokens) {
        for (JsonNode subject : leaf.path("subjects")) {
            if (tokens.contains(subject.textValue())) {
                return;
            }
        }
        throw new LogRefused("Statement, entry " + index
                + ": expected one of the statement's tokens among the entry's subjects, found none of them.");
    }
}
