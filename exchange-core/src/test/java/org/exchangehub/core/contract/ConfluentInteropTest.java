package org.exchangehub.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.exchangehub.core.contract.Schemas.ID;
import static org.exchangehub.core.contract.Schemas.NAME;
import static org.exchangehub.core.contract.Schemas.NOTE;
import static org.exchangehub.core.contract.Schemas.thing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.exchangehub.core.contract.SchemaRegistry.Registration;
import org.exchangehub.engines.testing.TestEngines;
import org.exchangehub.schemas.encoding.WireFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Confluent's official JavaScript client and the hub's own, on one registry: each reads what the other wrote. */
class ConfluentInteropTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path SOURCES = Path.of("src", "test", "interop");
    private static final Path WORK = Path.of("target", "interop");
    private static final String FIRST = thing(ID, NAME);
    private static final String EVOLVED = thing(ID, NAME, NOTE);

    @Test
    void readAndWriteTheSameBytes() throws IOException, InterruptedException {
        assumeThat(onThePath("npm"))
                .as("Node and npm, which run Confluent's client")
                .isTrue();
        SchemaRegistry registry = new ConfluentRestRegistry(
                new RegistryProperties(TestEngines.shared().registry(), Duration.ofSeconds(30)));
        String subject = "interop-" + UUID.randomUUID() + "-value";
        int id = ((Registration.Registered) registry.register(subject, FIRST)).id();
        byte[] message = new WireFormat(id, encoded("人口", "王小明")).encode();

        JsonNode answer = confluent(subject, message);

        assertThat(answer.path("readId").asInt()).isEqualTo(id);
        assertThat(answer.path("decoded").path("id").asString()).isEqualTo("人口");
        assertThat(answer.path("encoded").asString())
                .isEqualTo(HexFormat.of().formatHex(new WireFormat(id, encoded("法人", "李四")).encode()));
        assertThat(decoded(answer.path("encoded").asString())).hasToString("{\"id\": \"法人\", \"name\": \"李四\"}");
        assertThat(registry.version(subject, 2))
                .hasValueSatisfying(held ->
                        assertThat(held.id()).isEqualTo(answer.path("evolvedId").asInt()));
    }

    private static JsonNode confluent(String subject, byte[] message) throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "interop.mjs")) {
            Files.write(WORK.resolve(file), Files.readAllBytes(SOURCES.resolve(file)));
        }
        if (!Files.exists(WORK.resolve("node_modules/.package-lock.json"))) {
            run("", "npm", "ci", "--ignore-scripts");
        }
        ObjectNode input = JSON.createObjectNode()
                .put("registry", TestEngines.shared().registry().toString())
                .put("subject", subject)
                .put("schema", FIRST)
                .put("evolved", EVOLVED)
                .put("message", HexFormat.of().formatHex(message));
        input.putObject("record").put("id", "法人").put("name", "李四");
        return JSON.readTree(run(input.toString(), "node", "interop.mjs"));
    }

    private static String run(String input, String... command) throws IOException, InterruptedException {
        Path errors = WORK.resolve("errors.log");
        Process process = new ProcessBuilder(command)
                .directory(WORK.toFile())
                .redirectError(errors.toFile())
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return output;
    }

    private static boolean onThePath(String command) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(directory, command))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] encoded(String id, String name) throws IOException {
        Schema schema = new Schema.Parser().parse(FIRST);
        GenericRecord record = new GenericData.Record(schema);
        record.put("id", id);
        record.put("name", name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static GenericRecord decoded(String message) throws IOException {
        byte[] avro = WireFormat.decode(HexFormat.of().parseHex(message)).avro();
        Schema schema = new Schema.Parser().parse(FIRST);
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(avro, null));
    }
}
