package org.exchangehub.nifi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.ReadsAttribute;
import org.apache.nifi.annotation.behavior.ReadsAttributes;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.processor.util.StandardValidators;
import org.exchangehub.nifi.connection.HubRefused;
import org.exchangehub.nifi.connection.HubUnavailable;

@InputRequirement(Requirement.INPUT_REQUIRED)
@Tags({"exchange hub", "publish", "batch", "put", "upload", "avro", "ndjson", "csv"})
@CapabilityDescription(
        "Brings batches to an Exchange Hub, whole or in pieces, and waits until they are published. A batch is known"
                + " by its key and a piece by its number and digest, so a FlowFile may come again after any crash and nothing is doubled."
                + " The pieces of one batch may come in any order; whichever completes it commits it.")
@ReadsAttributes({
    @ReadsAttribute(
            attribute = HubAttributes.BATCH_KEY,
            description = "Idempotency key of the batch; the FlowFile's UUID without it"),
    @ReadsAttribute(attribute = HubAttributes.BATCH_CONTENT, description = "part (default) or rejects"),
    @ReadsAttribute(attribute = HubAttributes.BATCH_NUMBER, description = "Number of the piece, 1 without it"),
    @ReadsAttribute(attribute = HubAttributes.BATCH_PARTS, description = "Parts of the batch, 1 without it"),
    @ReadsAttribute(
            attribute = HubAttributes.BATCH_REJECTS,
            description = "Files of rejects of the batch, 0 without it"),
    @ReadsAttribute(attribute = HubAttributes.ROWS, description = "Rows of the batch; record.count without it"),
    @ReadsAttribute(
            attribute = HubAttributes.SCHEMA_VERSION,
            description = "Version of the schema the rows were checked against"),
    @ReadsAttribute(attribute = "mime.type", description = "application/avro, application/x-ndjson or text/csv")
})
@WritesAttributes({
    @WritesAttribute(attribute = HubAttributes.BATCH_ID, description = "The hub's id of the batch"),
    @WritesAttribute(attribute = HubAttributes.BATCH_STATE, description = "OPEN, PUBLISHED or REJECTED"),
    @WritesAttribute(attribute = HubAttributes.RELEASE, description = "The release in which the batch became visible"),
    @WritesAttribute(
            attribute = HubAttributes.COUNT + "*",
            description = "The hub's counts: inserted, updated, quarantined …"),
    @WritesAttribute(attribute = HubAttributes.ERROR, description = "Why it was rejected or is to be retried"),
    @WritesAttribute(attribute = HubAttributes.ERROR_CODE, description = "The hub's code of that error")
})
@SeeAlso({MapToStandard.class, ValidateStandard.class})
public final class PublishToHub extends HubProcessor {

    static final PropertyDescriptor MODE = new PropertyDescriptor.Builder()
            .name("Mode")
            .description(
                    "UPSERT adds or replaces records by their key; SNAPSHOT is the whole dataset, what it lacks is deleted;"
                            + " CHANGES does what each row's _op says.")
            .required(true)
            .allowableValues("UPSERT", "SNAPSHOT", "CHANGES")
            .defaultValue("UPSERT")
            .build();
    static final PropertyDescriptor PUBLICATION_WAIT = new PropertyDescriptor.Builder()
            .name("Publication Wait")
            .description("How long to wait for a committed batch to be published before the FlowFile goes to retry.")
            .required(true)
            .defaultValue("2 mins")
            .addValidator(StandardValidators.TIME_PERIOD_VALIDATOR)
            .build();

    static final Relationship ACCEPTED = new Relationship.Builder()
            .name("accepted")
            .description(
                    "The batch is published without a quarantined row, or this piece is safe in the hub and another one commits.")
            .build();
    static final Relationship QUARANTINED = new Relationship.Builder()
            .name("partly-quarantined")
            .description(
                    "The batch is published, but some rows are in quarantine. The content is the hub's report, JSON.")
            .build();
    static final Relationship REJECTED = new Relationship.Builder()
            .name("rejected")
            .description("The hub does not take the batch; the content is unchanged.")
            .build();
    static final Relationship RETRY = new Relationship.Builder()
            .name("retry")
            .description(
                    "The hub is not there, is not ready, or does not let this client in. Lead it back here, or better let the"
                            + " framework retry with back-off YIELD, which keeps the order.")
            .build();

    private final Clock clock = Clock.systemUTC();

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return List.of(HUB_CONNECTION, DATASET, MODE, PUBLICATION_WAIT);
    }

    @Override
    public Set<Relationship> getRelationships() {
        return Set.of(ACCEPTED, QUARANTINED, REJECTED, RETRY);
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        try {
            long start = System.nanoTime();
            BatchDelivery.Outcome outcome = deliver(context, session, flowFile);
            route(context, session, flowFile, outcome, Duration.ofNanos(System.nanoTime() - start));
        } catch (HubUnavailable e) {
            retry(context, session, flowFile, "UNAVAILABLE", e);
        } catch (HubRefused e) {
            if (e.aboutTheSetting()) {
                retry(context, session, flowFile, e.code(), e);
            } else {
                reject(session, flowFile, e.code(), e);
            }
        } catch (IllegalArgumentException e) {
            reject(session, flowFile, "ATTRIBUTES", e);
        }
    }

    private BatchDelivery.Outcome deliver(ProcessContext context, ProcessSession session, FlowFile flowFile) {
        BatchDelivery delivery = new BatchDelivery(
                hub(context),
                context.getProperty(DATASET).getValue(),
                context.getProperty(MODE).getValue(),
                Duration.ofMillis(context.getProperty(PUBLICATION_WAIT).asTimePeriod(TimeUnit.MILLISECONDS)),
                clock);
        return delivery.deliver(
                Parcel.of(flowFile), () -> session.read(flowFile), flowFile.getSize(), digest(session, flowFile));
    }

    private void route(
            ProcessContext context,
            ProcessSession session,
            FlowFile flowFile,
            BatchDelivery.Outcome outcome,
            Duration took) {
        switch (outcome) {
            case BatchDelivery.Outcome.Waiting waiting -> {
                sent(context, session, flowFile, waiting.batch(), took);
                session.transfer(
                        session.putAllAttributes(flowFile, waiting.batch().attributes()), ACCEPTED);
            }
            case BatchDelivery.Outcome.Settled settled -> {
                BatchReport batch = settled.batch();
                FlowFile told = session.putAllAttributes(flowFile, batch.attributes());
                sent(context, session, told, batch, took);
                if (batch.refused()) {
                    reject(session, told, "BATCH_REJECTED", new HubRefused(422, "BATCH_REJECTED", batch.reasons()));
                } else if (batch.quarantined() > 0) {
                    session.transfer(report(session, told, batch), QUARANTINED);
                } else {
                    session.transfer(told, ACCEPTED);
                }
            }
        }
    }

    private static void sent(
            ProcessContext context, ProcessSession session, FlowFile flowFile, BatchReport batch, Duration took) {
        String dataset = context.getProperty(DATASET).getValue();
        session.getProvenanceReporter()
                .send(
                        flowFile,
                        "hub:/datasets/" + dataset + "/batches/" + batch.id(),
                        "dataset " + dataset + ", batch " + batch.id() + ", " + batch.state(),
                        took.toMillis());
    }

    private static FlowFile report(ProcessSession session, FlowFile flowFile, BatchReport batch) {
        FlowFile written = session.write(
                flowFile, (OutputStream out) -> out.write(batch.json().getBytes(StandardCharsets.UTF_8)));
        return session.putAttribute(written, CoreAttributes.MIME_TYPE.key(), "application/json");
    }

    private void retry(
            ProcessContext context, ProcessSession session, FlowFile flowFile, String code, RuntimeException reason) {
        getLogger().error("Retrying {} later: {}", flowFile, reason.getMessage());
        session.transfer(session.putAllAttributes(flowFile, error(code, reason)), RETRY);
        context.yield();
    }

    private void reject(ProcessSession session, FlowFile flowFile, String code, RuntimeException reason) {
        getLogger().error("{} is rejected: {}", flowFile, reason.getMessage());
        session.transfer(session.putAllAttributes(flowFile, error(code, reason)), REJECTED);
    }

    private static Map<String, String> error(String code, RuntimeException reason) {
        return Map.of(HubAttributes.ERROR_CODE, code, HubAttributes.ERROR, String.valueOf(reason.getMessage()));
    }

    private static String digest(ProcessSession session, FlowFile flowFile) {
        try (InputStream in = session.read(flowFile)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
            return Base64.getEncoder().encodeToString(sha256.digest());
        } catch (IOException e) {
            throw new ProcessException("NiFi cannot read content", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
