package org.exchangehub.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others published: proofs that must pass or be refused, a signed note, and logs that were in service. */
class PublicVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void judgesInclusionProofsAsPublished() throws IOException {
        for (JsonNode vector :
                JSON.readTree(Shared.vector("rfc6962-inclusion.json").toFile())) {
            judge(
                    vector,
                    () -> Proofs.verifyInclusion(
                            vector.get("leafIdx").longValue(),
                            vector.get("treeSize").longValue(),
                            hash(vector.get("leafHash")),
                            hashes(vector.get("proof")),
                            hash(vector.get("root"))));
        }
    }

    @Test
    void judgesConsistencyProofsAsPublished() throws IOException {
        for (JsonNode vector :
                JSON.readTree(Shared.vector("rfc6962-consistency.json").toFile())) {
            judge(
                    vector,
                    () -> Proofs.verifyConsistency(
                            vector.get("size1").longValue(),
                            vector.get("size2").longValue(),
                            anyHash(vector.get("root1")),
                            anyHash(vector.get("root2")),
                            hashes(vector.get("proof"))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "government-organisation",
                "information-sharing-agreement-0001",
                "information-sharing-agreement-powers-and-objectives-0001"
            })
    void computesTheRootThePublicRegisterStates(String register) throws IOException {
        Frontier frontier = new Frontier();
        int asserted = 0;
        for (String line : Files.readAllLines(Shared.vector("registers/" + register + ".rsf"))) {
            String[] parts = line.split("\t");
            if (parts[0].equals("append-entry") && parts[1].equals("user")) {
                frontier.append(registerLeaf(frontier.size() + 1, parts));
            } else if (parts[0].equals("assert-root-hash")) {
                assertThat(frontier.root().hex()).isEqualTo(parts[1].substring("sha-256:".length()));
                asserted++;
            }
        }

        assertThat(asserted).isEqualTo(2);
    }

    @Test
    void verifiesTheNoteOfTheSpecificationsAuthor() {
        NoteKey key = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String note = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """;

        assertThatCode(() -> SignedNote.parse(note).verify(key)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SignedNote.parse(note.replace("problem is", "problem was"))
                        .verify(key))
                .isInstanceOf(LogRefused.class);
        assertThat(SignedNote.parse(note).encode()).isEqualTo(note);
    }

    private static Hash registerLeaf(long number, String[] parts) {
        return Hash.ofLeaf(
                "{\"index-entry-number\":\"%1$d\",\"entry-number\":\"%1$d\",\"entry-timestamp\":\"%2$s\",\"key\":\"%3$s\",\"item-hash\":[\"%4$s\"]}"
                        .formatted(number, parts[3], parts[2], parts[4])
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void judge(JsonNode vector, ThrowingCallable verification) {
        if (vector.get("wantErr").booleanValue()) {
            assertThatThrownBy(verification).as(vector.get("name").textValue()).isInstanceOf(RuntimeException.class);
        } else {
            assertThatCode(verification).as(vector.get("name").textValue()).doesNotThrowAnyException();
        }
    }

    /** Some vectors carry words where a hash should be; they stand for any hash. */
    private static Hash anyHash(JsonNode base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.asText(""));
        return bytes.length == Hash.LENGTH ? Hash.of(bytes) : Hash.ofLeaf(bytes);
    }

    private static Hash hash(JsonNode base64) {
        return Hash.of(Base64.getDecoder().decode(base64.asText("")));
    }

    private static List<Hash> hashes(JsonNode proof) {
        List<Hash> hashes = new ArrayList<>();
        proof.forEach(each -> hashes.add(hash(each)));
        return hashes;
    }
}
