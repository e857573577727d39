package org.exchangehub.nifi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnScheduled;
import org.apache.nifi.components.AllowableValue;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.processor.util.StandardValidators;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.apache.nifi.serialization.MalformedRecordException;
import org.apache.nifi.serialization.RecordReader;
import org.apache.nifi.serialization.RecordReaderFactory;
import org.exchangehub.nifi.connection.HubConnection;
import org.exchangehub.nifi.connection.HubRefused;
import org.exchangehub.nifi.connection.HubUnavailable;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.mapping.MappingRefused;
import org.exchangehub.schemas.mapping.NewestRows;
import org.jspecify.annotations.Nullable;

@SideEffectFree
@InputRequirement(Requirement.INPUT_REQUIRED)
@Tags({"exchange hub", "record", "map", "standard", "transform", "avro"})
@CapabilityDescription(
        "Maps a source's rows to the fields of a standard schema, by the mapping the hub keeps for the source. The"
                + " result is an Avro container of text values under the standard's names, with the row's number in the source as _row and, if the"
                + " mapping names a column for it, what the row does as _op. Where the mapping wants only the newest row of a key, the older ones are left out. A"
                + " row that cannot be read is not lost: it goes along with what is wrong with it, and ValidateStandard makes a reject of"
                + " it. While the hub cannot be asked, FlowFiles wait in front of this processor.")
@WritesAttributes({
    @WritesAttribute(attribute = HubAttributes.SOURCE, description = "Code of the source"),
    @WritesAttribute(attribute = HubAttributes.ROWS, description = "Number of rows, unreadable ones too"),
    @WritesAttribute(
            attribute = HubAttributes.ROWS_UNREADABLE,
            description = "Number of rows of which not even the values are known"),
    @WritesAttribute(
            attribute = HubAttributes.ROWS_SUPERSEDED,
            description = "Number of rows left out because the content has a newer one of their key"),
    @WritesAttribute(attribute = HubAttributes.FIELDS_UNFILLED, description = "Fields that no column could fill"),
    @WritesAttribute(attribute = HubAttributes.ERROR, description = "Why a FlowFile went to failure"),
    @WritesAttribute(attribute = HubAttributes.ERROR_ZH, description = "The same in Chinese")
})
@SeeAlso({ValidateStandard.class, PublishToHub.class})
public final class MapToStandard extends HubProcessor {

    static final AllowableValue ACCEPT =
            new AllowableValue("ACCEPT", "ACCEPT", "A column a row does not have is empty, as is usual in JSON.");
    static final AllowableValue REFUSE = new AllowableValue(
            "REFUSE",
            "REFUSE",
            "A row with fewer values than there are columns was cut off, as in CSV, and is rejected.");

    static final PropertyDescriptor RECORD_READER = new PropertyDescriptor.Builder()
            .name("Record Reader")
            .description(
                    "Reads the source's rows. For CSV let it take the column names from the header, all values as text.")
            .identifiesControllerService(RecordReaderFactory.class)
            .required(true)
            .build();
    static final PropertyDescriptor SOURCE = new PropertyDescriptor.Builder()
            .name("Source")
            .description("Code of the source in the hub; names the mapping.")
            .required(true)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();
    static final PropertyDescriptor INCOMPLETE_ROWS = new PropertyDescriptor.Builder()
            .name("Incomplete Rows")
            .description("What to do with a row that lacks columns the reader knows.")
            .required(true)
            .allowableValues(ACCEPT, REFUSE)
            .defaultValue(ACCEPT)
            .build();

    static final Relationship MAPPED = new Relationship.Builder()
            .name("mapped")
            .description("The rows under the standard's names.")
            .build();
    static final Relationship FAILURE = new Relationship.Builder()
            .name("failure")
            .description("Content that could not be read to its end, unchanged.")
            .build();

    private volatile Remembered<RowMapper> mapper = Remembered.nothing();

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return List.of(RECORD_READER, HUB_CONNECTION, SOURCE, INCOMPLETE_ROWS);
    }

    @Override
    public Set<Relationship> getRelationships() {
        return Set.of(MAPPED, FAILURE);
    }

    @OnScheduled
    public void prepare(ProcessContext context) {
        boolean refused =
                REFUSE.getValue().equals(context.getProperty(INCOMPLETE_ROWS).getValue());
        mapper = Remembered.of(text -> new RowMapper(Mapping.parse(text), refused));
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }
        try {
            RowMapper current = mapper(context);
            transfer(context, session, flowFile, current);
        } catch (HubUnavailable | HubRefused | MappingRefused e) {
            postpone(context, session, e);
        }
    }

    private RowMapper mapper(ProcessContext context) {
        HubConnection hub = hub(context);
        String source = context.getProperty(SOURCE).getValue();
        return mapper.value(hub.document("/api/v1/sources/" + segment(source) + "/mapping"));
    }

    private void transfer(ProcessContext context, ProcessSession session, FlowFile flowFile, RowMapper current) {
        FlowFile mapped = session.create(flowFile);
        try {
            RowMapper.Counts counts = map(context, session, flowFile, mapped, current);
            mapped = session.putAllAttributes(
                    mapped,
                    Map.of(
                            HubAttributes.SOURCE,
                            context.getProperty(SOURCE).getValue(),
                            HubAttributes.ROWS,
                            Long.toString(counts.rows()),
                            HubAttributes.ROWS_UNREADABLE,
                            Long.toString(counts.unreadable()),
                            HubAttributes.ROWS_SUPERSEDED,
                            Long.toString(counts.superseded()),
                            HubAttributes.FIELDS_UNFILLED,
                            String.join(",", counts.unfilled()),
                            CoreAttributes.MIME_TYPE.key(),
                            "application/avro"));
            session.transfer(mapped, MAPPED);
            session.remove(flowFile);
        } catch (UnreadableContent e) {
            session.remove(mapped);
            session.transfer(failed(session, flowFile, e), FAILURE);
        } catch (IOException e) {
            throw new ProcessException("NiFi cannot write content", e);
        }
    }

    private RowMapper.Counts map(
            ProcessContext context, ProcessSession session, FlowFile flowFile, FlowFile mapped, RowMapper current)
            throws IOException {
        RecordReaderFactory readers = context.getProperty(RECORD_READER).asControllerService(RecordReaderFactory.class);
        NewestRows newest = current.keepsNewestOnly() ? newest(session, flowFile, readers, current) : null;
        try (InputStream in = session.read(flowFile);
                OutputStream out = session.write(mapped);
                RecordReader reader = reader(readers, flowFile, in)) {
            return current.map(reader, out, newest);
        }
    }

    private @Nullable NewestRows newest(
            ProcessSession session, FlowFile flowFile, RecordReaderFactory readers, RowMapper current)
            throws IOException {
        try (InputStream in = session.read(flowFile);
                RecordReader reader = reader(readers, flowFile, in)) {
            return current.newest(reader);
        }
    }

    private RecordReader reader(RecordReaderFactory readers, FlowFile flowFile, InputStream in) {
        try {
            return readers.createRecordReader(flowFile, in, getLogger());
        } catch (MalformedRecordException | SchemaNotFoundException | IOException | RuntimeException e) {
            throw UnreadableContent.because(e);
        }
    }
}
