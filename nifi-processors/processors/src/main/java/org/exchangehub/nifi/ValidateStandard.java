package org.exchangehub.nifi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.ReadsAttribute;
import org.apache.nifi.annotation.behavior.ReadsAttributes;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnScheduled;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.exchangehub.nifi.connection.HubRefused;
import org.exchangehub.nifi.connection.HubUnavailable;
import org.exchangehub.schemas.SchemaRefused;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

@SideEffectFree
@InputRequirement(Requirement.INPUT_REQUIRED)
@Tags({"exchange hub", "record", "validate", "quality", "standard", "avro"})
@CapabilityDescription(
        "Checks records against a dataset's standard schema, with the same rules the hub applies. Takes an Avro"
                + " container, text values or typed, such as MapToStandard makes. Records that conform leave as an Avro container in the"
                + " dataset's schema, the others as lines of JSON with row, values and findings. Both know their batch and find together"
                + " again in the hub. While the hub cannot be asked for the schema, FlowFiles wait in front of this processor.")
@ReadsAttributes({
    @ReadsAttribute(attribute = HubAttributes.ROWS, description = "How many rows there must be, if it is known"),
    @ReadsAttribute(
            attribute = HubAttributes.SOURCE,
            description = "Begins the batch key; without it the dataset does"),
    @ReadsAttribute(attribute = HubAttributes.BATCH_KEY, description = "The batch key, if one is set already")
})
@WritesAttributes({
    @WritesAttribute(attribute = HubAttributes.DATASET, description = "Code of the dataset"),
    @WritesAttribute(attribute = HubAttributes.SCHEMA_VERSION, description = "Version of the schema"),
    @WritesAttribute(
            attribute = HubAttributes.BATCH_KEY,
            description = "Source (or dataset) and the UUID of the incoming FlowFile"),
    @WritesAttribute(attribute = HubAttributes.BATCH_CONTENT, description = "part or rejects"),
    @WritesAttribute(attribute = HubAttributes.BATCH_NUMBER, description = "Always 1"),
    @WritesAttribute(attribute = HubAttributes.BATCH_PARTS, description = "How many parts the batch has: 0 or 1"),
    @WritesAttribute(
            attribute = HubAttributes.BATCH_REJECTS,
            description = "How many files of rejects the batch has: 0 or 1"),
    @WritesAttribute(attribute = HubAttributes.ROWS, description = "Number of rows in the batch"),
    @WritesAttribute(attribute = HubAttributes.ROWS_INVALID, description = "Number of rows that do not conform"),
    @WritesAttribute(attribute = HubAttributes.ERROR, description = "Why a FlowFile went to failure"),
    @WritesAttribute(attribute = HubAttributes.ERROR_ZH, description = "The same in Chinese")
})
@SeeAlso({MapToStandard.class, PublishToHub.class})
public final class ValidateStandard extends HubProcessor {

    static final PropertyDescriptor TIME_ZONE = new PropertyDescriptor.Builder()
            .name("Time Zone")
            .description("Zone of the jurisdiction; says which day is today for rules such as \"not in the future\".")
            .required(true)
            .defaultValue("Asia/Shanghai")
            .addValidator((subject, input, context) -> zone(subject, input))
            .build();

    static final Relationship VALID = new Relationship.Builder()
            .name("valid")
            .description(
                    "Records that conform, in the dataset's schema. Empty when nothing came in, absent when nothing conforms.")
            .build();
    static final Relationship INVALID = new Relationship.Builder()
            .name("invalid")
            .description("Records that do not, one JSON object a line. Absent when all conform.")
            .build();
    static final Relationship FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Content that is no whole Avro container, unchanged.")
            .build();

    private final Clock clock;
    private volatile Remembered<DatasetSchema> schema = Remembered.nothing();

    public ValidateStandard() {
        this(Clock.systemUTC());
    }

    ValidateStandard(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return List.of(HUB_CONNECTION, DATASET, TIME_ZONE);
    }

    @Override
    public Set<Relationship> getRelationships() {
        return Set.of(VALID, INVALID, FAILURE);
    }

    @OnScheduled
    public void prepare() {
        schema = Remembered.of(DatasetSchema::parse);
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        try {
            String dataset = context.getProperty(DATASET).getValue();
            DatasetSchema current =
                    schema.value(hub(context).document("/api/v1/datasets/" + segment(dataset) + "/schema"));
            transfer(context, session, flowFile, current);
        } catch (HubUnavailable | HubRefused | SchemaRefused e) {
            postpone(context, session, e);
        }
    }

    private void transfer(ProcessContext context, ProcessSession session, FlowFile flowFile, DatasetSchema current) {
        FlowFile valid = session.create(flowFile);
        FlowFile invalid = session.create(flowFile);
        try {
            ZoneId zone = ZoneId.of(context.getProperty(TIME_ZONE).getValue());
            RowValidator.Counts counts =
                    validate(session, flowFile, valid, invalid, current, LocalDate.now(clock.withZone(zone)));
            requireAll(flowFile, counts);
            Map<String, String> batch = batch(context, flowFile, current.version(), counts);
            route(session, valid, parts(counts) > 0, named(batch, "part", "application/avro"), VALID);
            route(session, invalid, counts.invalid() > 0, named(batch, "rejects", "application/x-ndjson"), INVALID);
            session.remove(flowFile);
        } catch (UnreadableContent e) {
            session.remove(List.of(valid, invalid));
            session.transfer(failed(session, flowFile, e), FAILURE);
        } catch (IOException e) {
            throw new ProcessException("NiFi cannot write content", e);
        }
    }

    private static RowValidator.Counts validate(
            ProcessSession session,
            FlowFile flowFile,
            FlowFile valid,
            FlowFile invalid,
            DatasetSchema current,
            LocalDate today)
            throws IOException {
        try (InputStream in = session.read(flowFile);
                OutputStream good = session.write(valid);
                OutputStream bad = session.write(invalid)) {
            return current.validator().validate(in, good, bad, today);
        }
    }

    /** Avro's reader takes a container that was cut off for one that has ended. */
    private static void requireAll(FlowFile flowFile, RowValidator.Counts counts) {
        String expected = flowFile.getAttribute(HubAttributes.ROWS);
        String found = Long.toString(counts.valid() + counts.invalid());
        if (expected != null && !expected.equals(found)) {
            throw new UnreadableContent(
                    new LocalizedText(
                            "应有 " + expected + " 行，实有 " + found + " 行",
                            "expected " + expected + " rows, found " + found),
                    null);
        }
    }

    private static void route(
            ProcessSession session,
            FlowFile flowFile,
            boolean wanted,
            Map<String, String> attributes,
            Relationship to) {
        if (wanted) {
            session.transfer(session.putAllAttributes(flowFile, attributes), to);
        } else {
            session.remove(flowFile);
        }
    }

    private static Map<String, String> batch(
            ProcessContext context, FlowFile flowFile, int version, RowValidator.Counts counts) {
        String dataset = context.getProperty(DATASET).getValue();
        Map<String, String> attributes = new HashMap<>();
        attributes.put(HubAttributes.DATASET, dataset);
        attributes.put(HubAttributes.SCHEMA_VERSION, Integer.toString(version));
        attributes.put(HubAttributes.BATCH_KEY, key(flowFile, dataset));
        attributes.put(HubAttributes.BATCH_NUMBER, "1");
        attributes.put(HubAttributes.BATCH_PARTS, Integer.toString(parts(counts)));
        attributes.put(HubAttributes.BATCH_REJECTS, counts.invalid() > 0 ? "1" : "0");
        attributes.put(HubAttributes.ROWS, Long.toString(counts.valid() + counts.invalid()));
        attributes.put(HubAttributes.ROWS_INVALID, Long.toString(counts.invalid()));
        return attributes;
    }

    /** An empty batch is one too: the hub says what it thinks of it. */
    private static int parts(RowValidator.Counts counts) {
        return counts.valid() > 0 || counts.invalid() == 0 ? 1 : 0;
    }

    private static Map<String, String> named(Map<String, String> batch, String content, String type) {
        Map<String, String> attributes = new HashMap<>(batch);
        attributes.put(HubAttributes.BATCH_CONTENT, content);
        attributes.put(CoreAttributes.MIME_TYPE.key(), type);
        return attributes;
    }

    private static String key(FlowFile flowFile, String dataset) {
        String given = flowFile.getAttribute(HubAttributes.BATCH_KEY);
        String source = flowFile.getAttribute(HubAttributes.SOURCE);
        return given != null ? given : orElse(source, dataset) + "-" + flowFile.getAttribute(CoreAttributes.UUID.key());
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    private static ValidationResult zone(String subject, String input) {
        boolean valid;
        try {
            valid = ZoneId.of(input).getId().equals(input);
        } catch (DateTimeException e) {
            valid = false;
        }
        return new ValidationResult.Builder()
                .subject(subject)
                .input(input)
                .valid(valid)
                .explanation("expected a zone such as Asia/Shanghai")
                .build();
    }
}
