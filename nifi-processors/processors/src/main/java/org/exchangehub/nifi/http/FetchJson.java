package org.exchangehub.nifi.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.PrimaryNodeOnly;
import org.apache.nifi.annotation.behavior.Stateful;
import org.apache.nifi.annotation.behavior.TriggerSerially;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.configuration.DefaultSchedule;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnScheduled;
import org.apache.nifi.annotation.lifecycle.OnStopped;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.components.state.Scope;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.scheduling.SchedulingStrategy;
import org.apache.nifi.ssl.SSLContextProvider;
import org.exchangehub.nifi.Localized;
import org.exchangehub.nifi.MapToStandard;
import org.jspecify.annotations.Nullable;

@TriggerSerially
@PrimaryNodeOnly
@InputRequirement(Requirement.INPUT_FORBIDDEN)
@DefaultSchedule(strategy = SchedulingStrategy.TIMER_DRIVEN, period = "60 sec")
@Tags({"exchange hub", "http", "https", "rest", "json", "api", "get", "fetch", "paging", "ingest"})
@CapabilityDescription(
        "Asks a JSON API by GET and takes the items of all its pages as one FlowFile: a JSON array of objects without"
                + " nesting, in which every value is text and is named by its path, as in address.street. Nothing is taken when a page"
                + " fails; the next run asks again. What is the same as last time is not taken again, and no items only after there were some. Redirects are not followed, and"
                + " answers have bounds.")
@Stateful(
        scopes = Scope.CLUSTER,
        description = "Keeps the digest of what was taken last, so that the same is not taken again after a restart.")
@WritesAttributes({
    @WritesAttribute(attribute = "record.count", description = "Number of items"),
    @WritesAttribute(attribute = "mime.type", description = "application/json")
})
@SeeAlso(MapToStandard.class)
public final class FetchJson extends AbstractProcessor {

    static final Relationship FETCHED = new Relationship.Builder()
            .name("fetched")
            .description("All items, when they differ from those taken last.")
            .build();

    private static final String COUNT = "record.count";
    private static final String DIGEST = "digest";

    private volatile @Nullable HttpClient http;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return FetchJsonProperties.ALL;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return Set.of(FETCHED);
    }

    @Override
    protected Collection<ValidationResult> customValidate(ValidationContext context) {
        return FetchJsonProperties.validate(context);
    }

    @OnScheduled
    public void connect(ProcessContext context) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(FetchJsonProperties.time(context, FetchJsonProperties.CONNECT_TIMEOUT));
        SSLContextProvider ssl =
                context.getProperty(FetchJsonProperties.SSL_CONTEXT).asControllerService(SSLContextProvider.class);
        http = ssl == null
                ? builder.build()
                : builder.sslContext(ssl.createContext()).build();
    }

    @OnStopped
    public void disconnect() {
        HttpClient open = http;
        http = null;
        if (open != null) {
            open.shutdownNow();
        }
    }

    @Override
    public void onTrigger(ProcessContext context, ProcessSession session) {
        JsonApi api = new JsonApi(requireNonNull(http), FetchJsonProperties.settings(context));
        FlowFile taken = session.create();
        try {
            long start = System.nanoTime();
            Taken items = take(api, session, taken, FetchJsonProperties.revision(context));
            String last = session.getState(Scope.CLUSTER).toMap().getOrDefault(DIGEST, "");
            boolean nothingYet = last.isEmpty() && items.count() == 0;
            if (nothingYet || last.equals(items.digest())) {
                session.remove(taken);
                return;
            }
            taken = session.putAllAttributes(
                    taken,
                    Map.of(COUNT, Long.toString(items.count()), CoreAttributes.MIME_TYPE.key(), "application/json"));
            session.getProvenanceReporter()
                    .receive(taken, api.place(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            session.setState(Map.of(DIGEST, items.digest()), Scope.CLUSTER);
            session.transfer(taken, FETCHED);
        } catch (ApiRefused e) {
            getLogger().error("{}", Localized.line(e.said()));
            session.remove(taken);
            context.yield();
        } catch (IOException e) {
            throw new ProcessException("NiFi cannot keep content or state", e);
        }
    }

    private record Taken(long count, String digest) {}

    /** @param revision part of the digest: what is the same is taken again under another */
    private static Taken take(JsonApi api, ProcessSession session, FlowFile taken, String revision) throws IOException {
        try (OutputStream out = session.write(taken)) {
            Digested digested = new Digested(out);
            long count = api.fetch(digested);
            Digested whole = new Digested(OutputStream.nullOutputStream());
            whole.write(digested.digest());
            whole.write(revision.getBytes(StandardCharsets.UTF_8));
            return new Taken(count, HexFormat.of().formatHex(whole.digest()));
        }
    }
}
