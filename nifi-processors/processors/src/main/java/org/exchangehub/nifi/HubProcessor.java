package org.exchangehub.nifi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.util.StandardValidators;
import org.exchangehub.nifi.connection.HubConnection;

/** What the processors that ask the hub have in common. */
abstract sealed class HubProcessor extends AbstractProcessor permits MapToStandard, ValidateStandard, PublishToHub {

    public static final PropertyDescriptor HUB_CONNECTION = new PropertyDescriptor.Builder()
            .name("Hub Connection")
            .description("Where the hub is and as which client to speak to it.")
            .identifiesControllerService(HubConnection.class)
            .required(true)
            .build();

    static final PropertyDescriptor DATASET = new PropertyDescriptor.Builder()
            .name("Dataset")
            .description("Code of the dataset in the hub's catalog.")
            .required(true)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static HubConnection hub(ProcessContext context) {
        return context.getProperty(HUB_CONNECTION).asControllerService(HubConnection.class);
    }

    /** A code as one segment of a path. */
    static String segment(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Leaves the FlowFile where it was, first in its queue: it is not at fault. */
    void postpone(ProcessContext context, ProcessSession session, RuntimeException reason) {
        getLogger().error("Waiting: {}", reason.getMessage());
        session.rollback();
        context.yield();
    }

    static FlowFile failed(ProcessSession session, FlowFile flowFile, UnreadableContent reason) {
        return session.putAllAttributes(
                flowFile,
                Map.of(
                        HubAttributes.ERROR_ZH, reason.said().zh(),
                        HubAttributes.ERROR, reason.said().en()));
    }
}
